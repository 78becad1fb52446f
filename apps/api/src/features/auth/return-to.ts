const home = '/'
// Stands for our own origin; what matters is whether a path can leave it.
const base = 'http://visavis.invalid'

// Any control character, and the backslash that browsers read as a slash.
const deceptive = /[\p{Cc}\\]/u

function decodeFully(text: string): string | null {
  let current = text
  for (let round = 0; round < 5; round++) {
    let decoded: string
    try {
      decoded = decodeURIComponent(current)
    } catch {
      return null
    }
    if (decoded === current) return current
    current = decoded
  }
  return null
}

/**
 * Where to go after a sign-in: the wanted page when it is one of ours, else the home page. Only absolute paths count,
 * and none that would leave the origin in any reading: `//host`, `/\host`, `/..//host`, or those percent-encoded.
 */
export function safeReturnTo(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted) || deceptive.test(wanted)) return home
  if (!URL.canParse(wanted, base)) return home
  const { origin, pathname, search, hash } = new URL(wanted, base)
  const read = decodeFully(pathname)
  if (origin !== base || read === null || deceptive.test(read) || read.includes('//')) return home
  // Not pages: coming back to the sign-in would begin another.
  if (/^\/(api|rtc)(\/|$)/.test(read)) return home
  return pathname + search + hash
}

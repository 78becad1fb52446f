/** localStorage, or memory where the browser blocks it (private windows, policies): nothing here may throw. */
const memory = new Map<string, string>()

/** What was remembered under this name, or null. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`visavis.${name}`)
  } catch {
    return memory.get(name) ?? null
  }
}

/** Remembers a short text in this browser; null forgets it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`visavis.${name}`)
    else localStorage.setItem(`visavis.${name}`, value)
  } catch {
    if (value === null) memory.delete(name)
    else memory.set(name, value)
  }
}

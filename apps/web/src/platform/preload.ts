/**
 * Has the browser ask for JSON that code still on its way will fetch: the later `fetch` of the same URL takes this answer.
 * For what stands between an address and its first useful paint.
 */
export function preloadJson(url: string): void {
  const link = document.createElement('link')
  link.rel = 'preload'
  link.as = 'fetch'
  // As `fetch` asks by default: with our own cookies.
  link.crossOrigin = 'anonymous'
  link.href = url
  document.head.append(link)
}

/** Calls back when a wait for the network may be over: it is back, or the page is looked at again. Returns how to stop. */
export function onWakeUp(wake: () => void): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const visible = () => document.visibilityState === 'visible' && wake()
  window.addEventListener('online', wake, { signal })
  window.addEventListener('pageshow', wake, { signal })
  document.addEventListener('visibilitychange', visible, { signal })
  return () => controller.abort()
}

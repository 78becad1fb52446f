/**
 * Keeps the screen from going dark for as long as the page is looked at. The browser takes the lock back from a hidden
 * page, so it is asked for again with each return. Returns how to stop.
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  let lock: WakeLockSentinel | null = null
  let stopped = false

  async function ask() {
    if (document.visibilityState !== 'visible' || lock?.released === false) return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (stopped) await lock.release()
    } catch {
      // A nearly empty battery or a policy forbids it: the screen may sleep, the call goes on.
    }
  }
  const onVisible = () => void ask()
  onVisible()
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', onVisible)
    void lock?.release()
  }
}

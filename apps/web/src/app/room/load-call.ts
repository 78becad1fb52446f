import { whenIdle } from '../../platform/when-idle.ts'

type CallCode = typeof import('../../features/call/call-entry.ts')

let loading: Promise<CallCode> | undefined
let rehearsed = false

/** The code of the call, livekit-client included: fetched while one is still in the prejoin, and again after a failure. */
export function loadCall(): Promise<CallCode> {
  loading ??= import('../../features/call/call-entry.ts').catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** Loads that code, and rehearses with it once the page has come to rest; a second prejoin needs no rehearsal. */
export async function prepareCall(): Promise<void> {
  const { rehearse } = await loadCall()
  if (rehearsed) return
  rehearsed = true
  whenIdle(() => void rehearse().catch(() => undefined))
}

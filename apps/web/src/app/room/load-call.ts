import { whenIdle } from '../../platform/when-idle.ts'

type CallCode = typeof import('../../features/call/call-entry.ts')

let loading: Promise<CallCode> | undefined

/** The code of the call, livekit-client included: fetched while one is still in the prejoin, and again after a failure. */
export function loadCall(): Promise<CallCode> {
  loading ??= import('../../features/call/call-entry.ts').catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** Loads that code, and rehearses with it once the page has come to rest. */
export async function prepareCall(): Promise<void> {
  const { rehearse } = await loadCall()
  whenIdle(() => void rehearse().catch(() => undefined))
}

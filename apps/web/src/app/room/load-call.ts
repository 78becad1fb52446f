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

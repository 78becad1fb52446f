import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const packageDir = dirname(dirname(createRequire(import.meta.url).resolve('livekit-client')))
const nothing = '\0nothing'
/** The rooms of the product are not encrypted end to end: what would do that is left out, and says so should it be asked for. */
const encryption = {
  file: 'src/e2ee/E2eeManager.ts',
  instead: 'export class E2EEManager { constructor() { throw new Error("built without end-to-end encryption") } }',
}
/** While it connects it looks every 50 ms whether it has; its authors mark the place as one to mend. */
const connectionPoll = { file: 'src/room/PCTransportManager.ts', slow: 'await sleep(50);', quick: 'await sleep(5);' }

/**
 * Builds livekit-client from the sources that its package ships, for the browsers of our own list: its bundle is written
 * for those of 2015, every `await` a generator, and brings a shim of WebRTC (webrtc-adapter) that none of ours needs.
 */
export function livekitPlugin(): Plugin {
  return {
    name: 'livekit-from-source',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      oxc: {
        // As its authors compile it: a field that is only declared again must not undo what the parent class has set.
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      },
    }),
    resolveId(id) {
      if (id === 'livekit-client') return join(packageDir, 'src/index.ts')
      return id === 'webrtc-adapter' ? nothing : null
    },
    load(id) {
      if (id === nothing) return 'export {}'
      return id === join(packageDir, encryption.file) ? encryption.instead : null
    },
    transform(code, id) {
      if (id !== join(packageDir, connectionPoll.file)) return null
      if (!code.includes(connectionPoll.slow)) this.error(`${connectionPoll.file} no longer polls: take this out.`)
      return code.replace(connectionPoll.slow, connectionPoll.quick)
    },
  }
}

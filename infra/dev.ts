// `npm run dev`: the stack of `npm start`, with the web app served by Vite and the API restarted when it changes.
import { join } from 'node:path'
import { createServer } from 'vite'
import { generatePrismaClient } from './build.ts'
import { livekitBinary } from './livekit/binary.ts'
import { assertPortFree, freePorts } from './ports.ts'
import { DATA_DIR, PORT_VARIABLES, ROOT, readPorts } from './settings.ts'
import { startStack } from './stack.ts'
import { untilStopped } from './supervise.ts'

let binary = ''

/** Vite in front, on the port of the product: it passes `/api` and `/rtc` on, so that there is one address here, too. */
async function serveWeb(port: number, apiPort: number) {
  process.env['VISAVIS_API_URL'] = `http://127.0.0.1:${apiPort}`
  const root = join(ROOT, 'apps/web')
  // Lingui looks for its configuration in the working directory.
  process.chdir(root)
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    server: { port, strictPort: true, host: process.env['HOST'] || '127.0.0.1' },
  })
  await server.listen()
  return server
}

await untilStopped({
  async prepare() {
    if (!process.env['LIVEKIT_URL']) binary = await livekitBinary()
    await generatePrismaClient()
  },
  async start(hooks) {
    const ports = readPorts(process.env)
    await assertPortFree(PORT_VARIABLES.web, ports.web)
    const [apiPort = 0] = await freePorts(1)
    const stack = await startStack({
      dataDir: DATA_DIR,
      ports,
      env: { ...process.env, HOST: '127.0.0.1' },
      livekitBinary: binary,
      apiPort,
      apiArgs: ['--watch', '--watch-preserve-output', join(ROOT, 'apps/api/src/server.ts')],
      ...hooks,
    })
    try {
      const web = await serveWeb(ports.web, apiPort)
      return {
        ...stack,
        async stop() {
          await web.close()
          await stack.stop()
        },
      }
    } catch (error) {
      await stack.stop()
      throw error
    }
  },
})

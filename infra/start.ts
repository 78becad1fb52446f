// `npm start`: prepares what is missing, starts the whole stack, prints its address and runs until it is told to stop.
import { buildApi, buildWeb } from './build.ts'
import { livekitBinary } from './livekit/binary.ts'
import { DATA_DIR, readPorts } from './settings.ts'
import { startStack } from './stack.ts'
import { untilStopped } from './supervise.ts'

let binary = ''

await untilStopped({
  async prepare() {
    if (!process.env['LIVEKIT_URL']) binary = await livekitBinary()
    await buildApi()
    await buildWeb()
  },
  start: (hooks) =>
    startStack({
      dataDir: DATA_DIR,
      ports: readPorts(process.env),
      env: process.env,
      livekitBinary: binary,
      ...hooks,
    }),
})

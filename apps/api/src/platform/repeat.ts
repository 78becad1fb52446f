import type { FastifyInstance } from 'fastify'
import { coalesce } from './coalesce.ts'

/** Runs `work` when the app begins to listen and then every `milliseconds`, until it closes. Failures are logged. */
export function repeatWhileListening(app: FastifyInstance, work: () => Promise<void>, milliseconds: number): void {
  const run = coalesce(work, (error) => app.log.warn({ err: error }, 'repeated work failed'))
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', async () => {
    run()
    timer = setInterval(run, milliseconds)
  })
  app.addHook('onClose', async () => clearInterval(timer))
}

import type { FastifyInstance } from 'fastify'

/**
 * Runs `work` when the app begins to listen and then every `milliseconds`, never twice at a time. The app closes when a
 * run that is under way has ended. Failures are logged.
 */
export function repeatWhileListening(app: FastifyInstance, work: () => Promise<void>, milliseconds: number): void {
  let underWay: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const run = () => {
    underWay ??= work()
      .catch((error: unknown) => app.log.warn({ err: error }, 'repeated work failed'))
      .finally(() => {
        underWay = undefined
      })
  }
  app.addHook('onListen', async () => {
    run()
    timer = setInterval(run, milliseconds)
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await underWay
  })
}

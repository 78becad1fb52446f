import { apiPrefix } from '@visavis/contracts'
import type { TestApi, TestBrowser } from './test-api.ts'

/** A server-sent event stream read over real HTTP. */
export interface EventReader {
  readonly response: Response
  /** The data of the next event of this name that `wanted` accepts. Rejects when the stream ends before. */
  next<T>(event: string, wanted?: (data: T) => boolean): Promise<T>
  /** Resolves when the server has ended the stream. */
  ended(): Promise<void>
  close(): void
}

/** Opens a stream as a browser would; the app must be able to listen. */
export async function readEvents(api: TestApi, browser: TestBrowser, path: string): Promise<EventReader> {
  if (api.app.server.address() === null) await api.app.listen({ host: '127.0.0.1', port: 0 })
  const address = api.app.server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  const abort = new AbortController()
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(`http://127.0.0.1:${address.port}${apiPrefix}${path}`, {
    headers: { cookie },
    signal: abort.signal,
  })
  const queue: { event: string; data: unknown }[] = []
  let wake = Promise.withResolvers<void>()
  let over = false
  const reading = (async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1]
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (event && data) queue.push({ event, data: JSON.parse(data) })
      }
      wake.resolve()
    }
  })()
    .catch(() => {})
    .finally(() => {
      over = true
      wake.resolve()
    })
  return {
    response,
    async next<T>(event: string, wanted: (data: T) => boolean = () => true): Promise<T> {
      for (;;) {
        const item = queue.shift()
        if (item?.event === event && wanted(item.data as T)) return item.data as T
        if (item) continue
        if (over) throw new Error(`the stream ended before ${event}`)
        await wake.promise
        wake = Promise.withResolvers<void>()
      }
    },
    ended: () => reading,
    close: () => abort.abort(),
  }
}

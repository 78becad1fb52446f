import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

const heartbeatMilliseconds = 15_000

/** An open server-sent event stream (WHATWG HTML, "Server-sent events"). */
export interface EventStream {
  /** Sends one event; `data` is written as JSON. */
  send(event: string, data: unknown): void
  /** Runs when the browser is gone or the server closes. */
  onClose(callback: () => void): void
  /** Runs at every heartbeat, every 15 s. */
  onHeartbeat(callback: () => void): void
  close(): void
}

/** All streams of one process, so that they can be ended when it shuts down. */
export class EventStreams {
  readonly #open = new Set<EventStream>()

  /** Takes the reply over from Fastify; headers set by hooks (security, request id) are kept. */
  open(request: FastifyRequest, reply: FastifyReply): EventStream {
    const closers: (() => void)[] = []
    const beats: (() => void)[] = []
    let closed = false
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 1000\n\n')
    const heartbeat = setInterval(() => {
      raw.write(': heartbeat\n\n')
      for (const beat of beats) beat()
    }, heartbeatMilliseconds)
    const stream: EventStream = {
      send: (event, data) => {
        if (!closed) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      },
      onClose: (callback) => {
        closers.push(callback)
      },
      onHeartbeat: (callback) => {
        beats.push(callback)
      },
      close: () => {
        if (closed) return
        closed = true
        clearInterval(heartbeat)
        this.#open.delete(stream)
        raw.end()
        for (const callback of closers) callback()
      },
    }
    request.raw.on('close', stream.close)
    raw.on('error', stream.close)
    this.#open.add(stream)
    return stream
  }

  closeAll(): void {
    for (const stream of this.#open) stream.close()
  }
}

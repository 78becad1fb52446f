import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import { ProblemError } from './problems.ts'

const heartbeatMilliseconds = 15_000
/** What a reader may leave unread before they are let go; every stream begins with a snapshot when they come back. */
const unreadBytesAtMost = 1024 * 1024

/** Whoever a stream counts for, and how many they may hold at this copy. */
export type Holder = readonly [key: string, atMost: number]

/** An open server-sent event stream (WHATWG HTML, "Server-sent events"). */
export interface EventStream {
  /** Sends one event; `data` is written as JSON. */
  send(event: string, data: unknown): void
  /** Runs when the browser is gone or the server closes; at once when it is already. */
  onClose(callback: () => void): void
  /** Runs at every heartbeat, every 15 s. */
  onHeartbeat(callback: () => void): void
  close(): void
}

/** All streams of one process, so that they can be ended when it shuts down. */
export class EventStreams {
  readonly #open = new Set<EventStream>()
  readonly #held = new Map<string, number>()

  /**
   * Takes the reply over from Fastify; headers set by hooks (security, request id) are kept.
   * Throws `rate_limited` when one of the holders has as many streams as they may.
   */
  open(reply: FastifyReply, holders: readonly Holder[]): EventStream {
    if (holders.some(([key, atMost]) => (this.#held.get(key) ?? 0) >= atMost))
      throw new ProblemError('rate_limited', { retryAfterSeconds: heartbeatMilliseconds / 1000 })
    this.#count(holders, 1)
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
    const write = (text: string) => {
      if (closed) return
      raw.write(text)
      if (raw.writableLength <= unreadBytesAtMost) return
      stream.close()
      raw.destroy()
    }
    const heartbeat = setInterval(() => {
      write(': heartbeat\n\n')
      for (const beat of beats) beat()
    }, heartbeatMilliseconds)
    const stream: EventStream = {
      send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      onClose: (callback) => {
        if (closed) callback()
        else closers.push(callback)
      },
      onHeartbeat: (callback) => {
        beats.push(callback)
      },
      close: () => {
        if (closed) return
        closed = true
        clearInterval(heartbeat)
        this.#open.delete(stream)
        this.#count(holders, -1)
        raw.end()
        for (const callback of closers) callback()
      },
    }
    raw.on('close', stream.close)
    raw.on('error', stream.close)
    this.#open.add(stream)
    write('retry: 1000\n\n')
    // Whoever hung up while we asked the database is past saying so.
    if (raw.destroyed) stream.close()
    return stream
  }

  #count(holders: readonly Holder[], change: 1 | -1): void {
    for (const [key] of holders) {
      const held = (this.#held.get(key) ?? 0) + change
      if (held > 0) this.#held.set(key, held)
      else this.#held.delete(key)
    }
  }

  closeAll(): void {
    for (const stream of this.#open) stream.close()
  }
}

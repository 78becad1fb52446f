import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

export type Protocol = 'tcp' | 'udp'

/** A port that somebody else holds, with the variable that moves ours elsewhere. */
export class PortInUseError extends Error {
  override name = 'PortInUseError'
}

function listen(protocol: Protocol, port: number, host: string): Promise<{ port: number; close(): Promise<void> }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ port: number; close(): Promise<void> }>()
  if (protocol === 'tcp') {
    const server = createServer()
    const close = () => new Promise<void>((done) => server.close(() => done()))
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : port, close })
    })
  } else {
    const socket = createSocket('udp4')
    const close = () => new Promise<void>((done) => socket.close(() => done()))
    socket.once('error', reject)
    socket.bind({ port, address: host, exclusive: true }, () => resolve({ port: socket.address().port, close }))
  }
  return promise
}

/** Throws PortInUseError, naming `variable`, when nothing of ours could listen on `port` at `host`. */
export async function assertPortFree(variable: string, port: number, protocol: Protocol = 'tcp', host = '127.0.0.1') {
  try {
    await (await listen(protocol, port, host)).close()
  } catch (cause) {
    const which = protocol === 'udp' ? `UDP port ${port}` : `Port ${port}`
    const reason = (cause as NodeJS.ErrnoException).code === 'EACCES' ? 'may not be opened by you' : 'is in use'
    throw new PortInUseError(`${which} ${reason}. Choose another one with ${variable}=…, or stop what holds it.`, {
      cause,
    })
  }
}

/**
 * Ports of 127.0.0.1 that are free for TCP and for UDP right now, all different. They are held together until all
 * are known, so that one call never names a port twice.
 */
export async function freePorts(count: number): Promise<number[]> {
  const held: { port: number; close(): Promise<void> }[] = []
  const ports: number[] = []
  while (ports.length < count) {
    const tcp = await listen('tcp', 0, '127.0.0.1')
    held.push(tcp)
    const udp = await listen('udp', tcp.port, '127.0.0.1').catch(() => undefined)
    if (!udp) continue
    held.push(udp)
    ports.push(tcp.port)
  }
  await Promise.all(held.map((socket) => socket.close()))
  return ports
}

/** The first of `count` neighbouring UDP ports of 127.0.0.1 that are all free right now. */
export async function freePortRange(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const [first = 0] = await freePorts(1)
    if (first + count > 65_535) continue
    const rest = Array.from({ length: count - 1 }, (_, index) => first + index + 1)
    const held = await Promise.allSettled(rest.map((port) => listen('udp', port, '127.0.0.1')))
    for (const result of held) if (result.status === 'fulfilled') await result.value.close()
    if (held.every((result) => result.status === 'fulfilled')) return first
  }
  throw new PortInUseError(`No ${count} neighbouring UDP ports are free on this machine.`)
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { createConfiguration, type LocalClient } from './configuration.ts'
import { createDirectory } from './directory.ts'
import { createFront } from './front.ts'

export type { LocalClient } from './configuration.ts'

export interface ProConnectOptions {
  readonly host: string
  /** 0 takes a free port, which then goes into the issuer. */
  readonly port: number
  /** Ends in `/api/v2`, as ProConnect's does; `http://localhost:<port>/api/v2` by default. */
  readonly issuer?: string
  readonly clients: readonly LocalClient[]
}

export interface RunningProConnect {
  readonly issuer: string
  stop(): Promise<void>
}

/** Starts the stand-in and answers once it listens. Throws when the port is taken or a client is not well described. */
export async function startProConnect({ host, port, issuer, clients }: ProConnectOptions): Promise<RunningProConnect> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  try {
    const ownIssuer = issuer ?? `http://localhost:${(server.address() as AddressInfo).port}/api/v2`
    const directory = createDirectory()
    const provider = new Provider(ownIssuer, await createConfiguration(clients, directory.find))
    provider.use(createFront(provider, clients, directory))
    const handle = provider.callback()
    server.on('request', (request, response) => void handle(request, response))
    return { issuer: ownIssuer, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

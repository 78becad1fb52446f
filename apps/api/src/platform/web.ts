import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problems.ts'

/** Serves the built single-page application: hashed assets for ever, its page for every path that is not ours. */
export async function registerWeb(app: FastifyInstance, dist: string | undefined): Promise<void> {
  const root = dist === undefined ? undefined : resolve(dist)
  if (root !== undefined && existsSync(root)) {
    await app.register(fastifyStatic, {
      root,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/')
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    const isPage = request.method === 'GET' && !/^\/(api|rtc|assets)(\/|$)/.test(path)
    if (root === undefined || !isPage) throw new ProblemError('not_found')
    return reply.sendFile('index.html')
  })
}

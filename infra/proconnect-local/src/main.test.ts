import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'] ?? '', ...environment } })
  const exited = once(child, 'exit')
  return { child, exited }
}

test('the process says where it listens, and ends at SIGTERM', async () => {
  const { child, exited } = start({
    PORT: '0',
    CLIENT_ID: 'visavis',
    CLIENT_SECRET: 's'.repeat(32),
    REDIRECT_URIS: 'http://localhost:1/callback http://localhost:2/callback',
    POST_LOGOUT_REDIRECT_URIS: 'http://localhost:1/',
  })
  const [line] = await once(child.stdout, 'data')
  const issuer = /http:\S+/.exec(String(line))?.[0] ?? ''
  expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
})

test('the process names every variable that is missing', async () => {
  const { child, exited } = start({})
  const chunks: string[] = []
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)))
  expect(await exited).toEqual([1, null])
  for (const name of ['CLIENT_ID', 'CLIENT_SECRET', 'REDIRECT_URIS', 'POST_LOGOUT_REDIRECT_URIS']) {
    expect(chunks.join('')).toContain(name)
  }
})

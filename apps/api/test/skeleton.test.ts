import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from './test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

it('knows nobody without a session, and an agent with one', async () => {
  expect((await api.guest().get('/me')).json()).toEqual({ agent: null })
  const claire = await api.agent()
  expect((await claire.get('/me')).json()).toMatchObject({ agent: { displayName: 'Claire Lemoine' } })
})

it('answers 503 while the SFU is away and 200 when it is back', async () => {
  api.sfu.away = true
  const away = await api.guest().get('/health/ready')
  expect([away.statusCode, away.json()]).toEqual([503, { status: 'down', database: 'up', sfu: 'down' }])
  api.sfu.away = false
  expect((await api.guest().get('/health/ready')).statusCode).toBe(200)
})

it('publishes its OpenAPI document', async () => {
  const document = (await api.guest().get('/openapi.json')).json()
  expect(document.paths['/api/v1/me'].get['x-policy']).toBe('anyone')
})

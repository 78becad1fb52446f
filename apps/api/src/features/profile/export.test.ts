import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everythingOf } from '../../../test/everything-of.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { personalData } from './personal-data.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const exportOf = async (browser: Awaited<ReturnType<TestApi['agent']>>) => {
  const response = await browser.get('/me/export')
  expect(response.statusCode).toBe(200)
  return response
}

it('has a decision about every table of the schema', () => {
  const schema = readFileSync(new URL('../../../../../prisma/schema.prisma', import.meta.url), 'utf8')
  const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name)
  expect(models.length).toBeGreaterThan(15)
  expect(new Set(Object.keys(personalData))).toEqual(new Set(models))
})

it('is one file to keep, with every part that was decided on, and none of its secrets', async () => {
  const { claire } = await everythingOf(api)
  const response = await exportOf(claire)
  expect(response.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-disposition': expect.stringMatching(/^attachment; filename="visavis-\d{4}-\d\d-\d\d\.json"$/),
  })
  const file = response.json()
  const named = Object.values(personalData).flatMap(({ exported }) => exported.match(/^in (\w+)$/)?.[1] ?? [])
  const parts = [...new Set(named)]
  expect(Object.keys(file).sort()).toEqual([...parts, 'exportedAt', 'format'].sort())
  const empty = parts.filter((part) => Object.keys(file[part]).length === 0)
  expect(empty).toEqual([])
  expect(response.body).not.toMatch(/Hash"|"sid"|"handle"|idToken|nameKey/)
})

it('has what is one’s own, and nothing that another person said', async () => {
  const { claire, room } = await everythingOf(api)
  const file = (await exportOf(claire)).json()
  expect(file.account).toMatchObject({ email: claire.user.email, settings: { general: { language: null } } })
  expect(file.rooms).toMatchObject([{ slug: room.slug, members: [{ email: 'new@agents.example' }] }])
  expect(file.messages).toMatchObject([{ text: 'De moi' }])
  expect(file.pollVotes).toMatchObject([{ choices: ['Lundi'], name: 'Claire Lemoine' }])
  expect(file.questions).toMatchObject([{ text: 'À moi ?' }])
  expect(file.reports).toMatchObject([{ text: 'Il crie.' }])
  expect(file.auditEvents.map(({ action }: { action: string }) => action)).toEqual(['login', 'data.exported'])
  expect(JSON.stringify(file)).not.toMatch(/De Karim|De moi, dit|dénonce/)
})

it('comes whole, however much there is', async () => {
  const claire = await api.agent()
  const { prisma } = api.database
  const events = Array.from({ length: 1203 }, () => ({ action: 'login', actorId: claire.user.id }))
  await prisma.auditEvent.createMany({ data: events })
  const { auditEvents } = (await exportOf(claire)).json()
  expect(new Set(auditEvents.map(({ id }: { id: string }) => id)).size).toBe(1204)
})

it('is limited', async () => {
  const claire = await api.agent()
  const answers = []
  for (let count = 0; count < 6; count++) answers.push((await claire.get('/me/export')).statusCode)
  expect(answers).toEqual([200, 200, 200, 200, 200, 429])
})

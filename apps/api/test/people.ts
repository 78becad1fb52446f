import { joinOutcomeSchema, type RoomSettingsChange } from '@visavis/contracts'
import { decodeJwt } from 'jose'
import type { TestApi, TestBrowser } from './test-api.ts'

/** A room owned by an agent, made straight in the database. */
export async function makeRoom(
  api: TestApi,
  ownerId: string,
  fields: { accessLevel?: 'open' | 'trusted' | 'restricted'; name?: string; settings?: RoomSettingsChange } = {},
) {
  const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')
  const slug = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`
  return await api.database.prisma.room.create({ data: { slug, name: 'Point hebdo', ownerId, ...fields } })
}

/** Joins and reads the outcome through the contract. */
export async function join(browser: TestBrowser, slug: string, body: object = {}) {
  const response = await browser.post(`/rooms/${slug}/join`, body)
  if (response.statusCode !== 200) throw new Error(`join answered ${response.statusCode}: ${response.body}`)
  return joinOutcomeSchema.parse(response.json())
}

/** Joins where the caller must get in. */
export async function enter(browser: TestBrowser, slug: string, body: object = {}) {
  const outcome = await join(browser, slug, body)
  if (outcome.outcome !== 'admitted') throw new Error(`not admitted: ${JSON.stringify(outcome)}`)
  return { ...outcome, claims: decodeJwt<{ video: Record<string, unknown> }>(outcome.token) }
}

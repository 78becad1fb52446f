import { invitationSchema } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { createReplyTokens } from './reply-links.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function invited(...emails: string[]) {
  const claire = await api.agent()
  const when = { start: '2030-01-07T09:30', timeZone: 'Europe/Paris', durationMinutes: 60, recurrence: 'FREQ=WEEKLY' }
  const invitees = emails.map((email) => ({ email }))
  const { id, room } = (await claire.post('/meetings', { ...when, title: 'Comité', room: null, invitees })).json()
  const { tokenOf } = createReplyTokens(api.config.session.secret)
  const tokens = (
    await api.database.prisma.invitee.findMany({ where: { meetingId: id }, orderBy: { email: 'asc' } })
  ).map((invitee) => tokenOf(invitee.id))
  const repliesOf = async () =>
    (await claire.get(`/meetings/${id}`)).json().invitees.map(({ reply }: { reply: string }) => reply)
  return { claire, id, slug: String(room.slug), token: tokens[0] ?? '', tokens, repliesOf }
}

const look = (token: string) => api.guest().post('/invitations/look', { token })
const answer = (token: string, reply: string) => api.guest().post('/invitations/answer', { token, reply })

it('shows what the invitation is to, and whose answer it would be without saying it to others', async () => {
  const { token, slug } = await invited('paul.mercier@example.fr')
  expect(invitationSchema.parse((await look(token)).json())).toEqual({
    title: 'Comité',
    organizerName: 'Claire Lemoine',
    invitee: 'p…@example.fr',
    startsAt: '2030-01-07T08:30:00.000Z',
    endsAt: '2030-01-07T09:30:00.000Z',
    timeZone: 'Europe/Paris',
    recurring: true,
    state: 'open',
    reply: 'pending',
    room: slug,
  })
})

it('takes an answer, and the last one where there are several; of nobody else', async () => {
  const { token, repliesOf } = await invited('ana@example.fr', 'paul@example.fr')
  expect((await answer(token, 'accepted')).json()).toMatchObject({ reply: 'accepted' })
  expect(await repliesOf()).toEqual(['accepted', 'pending'])
  expect((await answer(token, 'declined')).json()).toMatchObject({ reply: 'declined' })
  expect(await repliesOf()).toEqual(['declined', 'pending'])
})

it('knows no link that was made up, changed, or put together from two', async () => {
  const { tokens, repliesOf } = await invited('ana@example.fr', 'paul@example.fr')
  const [[ana, anas], [paul]] = tokens.map((token) => token.split('.')) as [[string, string], [string, string]]
  for (const token of ['', 'x', `${paul}.${anas}`, `${ana}.`, `${ana}.${anas.toUpperCase()}`, `' or 1=1 --.${anas}`]) {
    expect((await look(token)).statusCode).toBe(404)
    expect((await answer(token, 'accepted')).statusCode).toBe(404)
  }
  expect(await repliesOf()).toEqual(['pending', 'pending'])
})

it('is none of who is no longer invited, and takes no answer to what was cancelled', async () => {
  const { claire, id, tokens, repliesOf } = await invited('ana@example.fr', 'paul@example.fr')
  const [ana = '', paul = ''] = tokens
  await claire.patch(`/meetings/${id}`, { version: 1, invitees: [{ email: 'ana@example.fr' }] })
  expect((await look(paul)).statusCode).toBe(404)
  await claire.delete(`/meetings/${id}`)
  expect((await look(ana)).json()).toMatchObject({ state: 'cancelled', room: null })
  expect((await answer(ana, 'accepted')).statusCode).toBe(409)
  expect(await repliesOf()).toEqual(['pending'])
})

it('cannot be made with another secret', async () => {
  const { token } = await invited('paul@example.fr')
  const [id = ''] = token.split('.')
  expect((await look(createReplyTokens('another secret').tokenOf(id))).statusCode).toBe(404)
})

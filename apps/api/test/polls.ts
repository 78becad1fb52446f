import { listPolls, type PollView, pollViewSchema } from '@visavis/contracts'
import { enter, makeRoom } from './people.ts'
import type { TestApi, TestBrowser } from './test-api.ts'

/** A host, an agent with two devices and a guest, all in one call. */
export async function callWithVoters(api: TestApi) {
  const owner = await api.agent()
  const agent = await api.agent({ displayName: 'Karim Diallo' })
  const secondDevice = await api.anotherBrowserOf(agent.user)
  const paul = api.guest()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const host = await enter(owner, room.slug)
  await enter(agent, room.slug)
  await enter(secondDevice, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul Mercier' })
  return { owner, agent, secondDevice, paul, room, guest, callId: host.callId, ...pollsOf(host.callId) }
}

const form = {
  kind: 'single',
  question: 'Quand ?',
  options: ['Lundi', 'Mardi', 'Mercredi'],
  secret: false,
  live: false,
}

/** What people do with the polls of a call. */
export function pollsOf(callId: string) {
  const path = `/calls/${callId}/polls`
  const viewOf = (response: { json(): unknown }): PollView => pollViewSchema.parse(response.json())
  const move = (host: TestBrowser, id: string, state: string) => host.put(`${path}/${id}/state`, { state })
  return {
    path,
    form,
    viewOf,
    move,
    async draft(host: TestBrowser, more: object = {}) {
      const response = await host.post(path, { ...form, ...more })
      if (response.statusCode !== 201) throw new Error(`no poll: ${response.body}`)
      return viewOf(response)
    },
    async opened(host: TestBrowser, more: object = {}) {
      const { id } = viewOf(await host.post(path, { ...form, ...more }))
      return viewOf(await move(host, id, 'open'))
    },
    vote: (voter: TestBrowser, id: string, body: object) => voter.put(`${path}/${id}/vote`, body),
    async list(reader: TestBrowser) {
      return listPolls.response.parse((await reader.get(path)).json()).polls
    },
    async seen(reader: TestBrowser, id: string) {
      return listPolls.response.parse((await reader.get(path)).json()).polls.find((poll) => poll.id === id)
    },
  }
}

import { type BreakoutPlan, type Breakouts, breakoutsSchema, changePlace } from '@visavis/contracts'
import { createSettle } from '../src/features/breakouts/settle.ts'
import { testCallState } from './call-state.ts'
import { enter, makeRoom } from './people.ts'
import type { TestApi, TestBrowser } from './test-api.ts'

export const plan: BreakoutPlan = {
  byChoice: false,
  automatic: true,
  placesLatecomers: true,
  minutes: null,
  countdownSeconds: 30,
  rooms: [{ name: 'Salle 1' }, { name: 'Salle 2' }],
}

export interface Member {
  readonly browser: TestBrowser
  readonly identity: string
}

/** A call with a host and guests who have all arrived, and what they do with its breakout rooms. */
export async function callWithBreakouts(api: TestApi, guests = 3) {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const { callId, identity } = await enter(owner, room.slug)
  const host: Member = { browser: owner, identity }
  const path = `/calls/${callId}/breakouts`

  /** As the SFU would tell, once somebody is connected to where they are. */
  async function arrive(who: string) {
    await api.database.prisma.participant.update({ where: { id: who }, data: { joinedAt: new Date(), leftAt: null } })
  }
  async function come(displayName: string): Promise<Member> {
    const browser = api.guest()
    const { identity } = await enter(browser, room.slug, { displayName })
    await arrive(identity)
    return { browser, identity }
  }
  await arrive(identity)
  const people: Member[] = []
  for (let n = 1; n <= guests; n++) people.push(await come(`Guest ${n}`))

  async function read({ browser, identity }: Member): Promise<Breakouts> {
    return breakoutsSchema.parse((await browser.get(`${path}?identity=${identity}`)).json())
  }
  const go = ({ browser, identity }: Member, breakoutId: string | null) =>
    browser.put(`/calls/${callId}/participants/${identity}/place`, { breakoutId })

  return {
    owner,
    room,
    callId,
    host,
    people,
    path,
    come,
    arrive,
    read,
    go,
    /** Makes the plan, and answers the ids of its rooms. */
    async plan(changes: Partial<BreakoutPlan> = {}): Promise<string[]> {
      const response = await owner.put(path, { ...plan, ...changes })
      if (response.statusCode !== 204) throw new Error(`planning answered ${response.body}`)
      return (await read(host)).rooms.map(({ id }) => id)
    },
    assign: (...pairs: (readonly [Member, string | null])[]) =>
      owner.put(`${path}/assignments`, {
        assignments: pairs.map(([{ identity }, breakoutId]) => ({ identity, breakoutId })),
      }),
    open: () => owner.post(`${path}/open`),
    recall: (at: 'once' | 'countdown') => owner.post(`${path}/recall`, { at }),
    /** Goes there, where it is allowed, and answers the token. */
    async token(member: Member, breakoutId: string | null): Promise<string> {
      const response = await go(member, breakoutId)
      if (response.statusCode !== 200) throw new Error(`moving answered ${response.body}`)
      return changePlace.response.parse(response.json()).token
    },
    /** What every API copy does once a second. */
    settle(now?: Date) {
      const { prisma } = api.database
      const { sfu } = api
      const { change } = testCallState(api)
      return createSettle({ prisma, sfu, change })(now)
    },
  }
}

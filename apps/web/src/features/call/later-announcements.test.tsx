import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Announcer } from '../../ui/announcer.tsx'
import type { CallSession } from './call-session.ts'
import { CallContext } from './hooks/call-context.ts'
import { useAnnouncePeople } from './hooks/use-announce-people.ts'
import { type CallPerson, PeopleContext, usePeople } from './hooks/use-people.ts'
import { LaterAnnouncements } from './later-announcements.tsx'
import type { ConnectionState } from './model/connection.ts'
import { onceSettledIn } from './model/once-settled-in.ts'

vi.mock('./model/once-settled-in.ts', () => ({ onceSettledIn: vi.fn(() => () => undefined) }))
vi.mock('./announcements.tsx', () => ({
  Announcements({ present }: { present: CallPerson[] }) {
    useAnnouncePeople(usePeople(), present)
    return null
  },
}))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const people = (...names: string[]) =>
  names.map((name, index) => ({ identity: name, name, isLocal: index === 0 })) as CallPerson[]

test('who comes while one still settles in is told as soon as anything is, who was there before is not', async () => {
  let state: ConnectionState = { phase: 'connecting' }
  let heard = () => {}
  const connection = {
    getState: () => state,
    subscribe(listener: () => void) {
      heard = listener
      return () => undefined
    },
  }
  const call = (present: CallPerson[]) => (
    <CallContext value={{ connection } as unknown as CallSession}>
      <Announcer />
      <PeopleContext value={present}>
        <LaterAnnouncements />
      </PeopleContext>
    </CallContext>
  )
  const { rerender } = render(call(people('Claire')))
  rerender(call(people('Claire', 'Karim')))
  state = { phase: 'connected' }
  act(() => heard())
  rerender(call(people('Claire', 'Karim', 'Paul')))
  await act(async () => void (await vi.mocked(onceSettledIn).mock.lastCall?.[1]()))
  await act(() => vi.advanceTimersByTimeAsync(3000))
  expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('Paul has come in.')
})

import { screen, within } from '@testing-library/react'
import { listSpeaking, type Speaker, type SpeakingTimes } from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { answer, mockApi, problemResponse } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { SpeakingTimeActivity } from './speaking-time-activity.tsx'

const callId = 'b0000000-0000-4000-8000-000000000000'
const speaker = (id: number, displayName: string, more: Partial<Speaker> = {}): Speaker => ({
  identity: `a0000000-0000-4000-8000-00000000000${id}`,
  displayName,
  verified: true,
  isHost: false,
  isHere: true,
  spokenMs: 0,
  ...more,
})
const nobody: SpeakingTimes = { speakers: [speaker(1, 'Claire Lemoine')], unlisted: 0, hostsMs: 0, participantsMs: 0 }

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  api = mockApi()
})

function open() {
  const session = { connection: { getAdmitted: () => ({ callId }) } } as unknown as CallSession
  return renderScreen(
    <CallContext value={session}>
      <SpeakingTimeActivity />
    </CallContext>,
  )
}
const rowsOf = async (name: string) => {
  const [, ...rows] = within(await screen.findByRole('table', { name })).getAllByRole('row')
  return rows.map((row) => [...row.children].map((cell) => cell.textContent))
}

test('is a table of who spoke for how long and which share that is, by person and by group', async () => {
  const speakers = [
    speaker(1, 'Paul Mercier', { verified: false, spokenMs: 90_000 }),
    speaker(2, 'Claire Lemoine', { isHost: true, spokenMs: 30_000 }),
    speaker(3, 'Sonia Belkacem', { isHere: false }),
  ]
  api.on(listSpeaking, () => answer(listSpeaking, { speakers, unlisted: 2, hostsMs: 30_000, participantsMs: 90_000 }))
  open()
  expect(await rowsOf('Speaking time by person')).toEqual([
    ['Paul Mercierunverified', '1 min 30 sec', '75%'],
    ['Claire Lemoinehost', '30 sec', '25%'],
    ['Sonia Belkacemleft', '0 sec', '0%'],
  ])
  expect(await rowsOf('Speaking time by group')).toEqual([
    ['Hosts', '30 sec', '25%'],
    ['Participants', '1 min 30 sec', '75%'],
  ])
  screen.getByText('and 2 more people')
})

test('says so where nobody has spoken, and where it cannot be had', async () => {
  api.on(listSpeaking, () => problemResponse('database_unavailable'))
  const { user } = open()
  await screen.findByRole('alert')
  api.on(listSpeaking, () => answer(listSpeaking, nobody))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Nobody has spoken yet.')
  expect(screen.queryByRole('table')).toBeNull()
})

import { screen } from '@testing-library/react'
import { type CallState, type Clock, startTimer } from '@visavis/contracts'
import { beforeEach, expect, test, vi } from 'vitest'
import { answer, mockApi, problemResponse } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import { sampleCallState } from '../../../test/samples.ts'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { createSharedState } from '../model/shared-state.ts'
import { TimerActivity } from './timer-activity.tsx'

const callId = 'b0000000-0000-4000-8000-000000000000'
const at = '2026-03-03T10:00:00.000Z'
const fiveMinutes: Clock = { totalMs: 300_000, usedMs: 60_000, since: null }
const state = (revision: number, timer: Clock | null): CallState =>
  sampleCallState({ revision, clocks: { at, timer, agenda: null, edition: 0 } })

let api: ReturnType<typeof mockApi>
const fetch = vi.fn<() => Promise<CallState>>()
beforeEach(() => {
  api = mockApi()
  fetch.mockReset().mockResolvedValue(state(0, null))
})

function inCall(hosting: boolean) {
  const shared = createSharedState({ identity: callId, accessLevel: 'open', fetch, moveHand: fetch })
  shared.take(state(0, null))
  const session = { shared, connection: { getAdmitted: () => ({ callId }) } } as unknown as CallSession
  return renderScreen(
    <CallContext value={session}>
      <TimerActivity hosting={hosting} />
    </CallContext>,
  )
}

test('a host who starts a timer a moment after another one is shown theirs', async () => {
  fetch.mockResolvedValue(state(1, fiveMinutes))
  api.on(startTimer, () => problemResponse('conflict'))
  const { user } = inCall(true)
  await user.click(screen.getByRole('button', { name: '10 min' }))
  expect((await screen.findByRole('timer')).textContent).toContain('4:00')
  screen.getByText('Another host has just acted: this is how things stand.')
})

test('a length of one’s own is sent in seconds, and what is no length is not sent', async () => {
  api.on(startTimer, () => answer(startTimer, state(1, fiveMinutes)))
  const { user } = inCall(true)
  const field = screen.getByRole('textbox')
  for (const wrong of ['0', '721', '1,5', 'x']) {
    await user.clear(field)
    await user.type(field, `${wrong}{Enter}`)
    expect(field.getAttribute('aria-invalid')).toBe('true')
  }
  expect(api.asked(startTimer)).toEqual([])
  await user.clear(field)
  await user.type(field, '720{Enter}')
  await screen.findByRole('timer')
  expect(api.asked(startTimer).map(({ body }) => body)).toEqual([{ seconds: 43_200 }])
})

test('whoever hosts nothing reads the timer and can do nothing to it', () => {
  inCall(false)
  screen.getByText('No timer is running.')
  expect(screen.queryByRole('button')).toBeNull()
})

import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import { sampleCallState } from '../../../test/samples.ts'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { createView } from '../model/view.ts'
import { TileMenu } from './tile-menu.tsx'

beforeEach(() => localStorage.clear())

const person: CallPerson = {
  identity: 'a',
  name: 'Claire',
  role: 'participant',
  verified: true,
  color: 0,
  isLocal: false,
  participant: null,
}

const off = { microphone: false, camera: false, share: false }

function renderMenu(person: CallPerson) {
  const view = createView()
  const shared = { ...sampleCallState(), handUp: false }
  const session = {
    view,
    role: { subscribe: () => () => {}, get: () => 'participant' },
    local: { subscribe: () => () => {}, getState: () => off },
    connection: { getAdmitted: () => ({ callId: '' }) },
    shared: { subscribe: () => () => {}, getState: () => shared },
  } as unknown as CallSession
  const { user } = renderScreen(
    <CallContext value={session}>
      <TileMenu person={person} />
    </CallContext>,
  )
  const choose = async (name: string) => {
    await user.click(screen.getByRole('button', { name: 'Tile of Claire' }))
    await user.click(await screen.findByRole('menuitem', { name }))
  }
  return { view, choose }
}

test('somebody is pinned for oneself and let go again', async () => {
  const { view, choose } = renderMenu(person)
  await choose('Pin for me')
  await waitFor(() => expect(view.getState().pinned).toEqual(['a']))
  await choose('Unpin')
  await waitFor(() => expect(view.getState().pinned).toEqual([]))
})

test('one’s own tile is hidden, or turned, from where it is', async () => {
  const { view, choose } = renderMenu({ ...person, isLocal: true })
  await choose('See myself as others do')
  await waitFor(() => expect(view.getState().mirrorSelf).toBe(false))
  await choose('Hide my own tile')
  await waitFor(() => expect(view.getState().hideSelf).toBe(true))
})

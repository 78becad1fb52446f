import { act, screen, waitFor, within } from '@testing-library/react'
import {
  askToSpeak,
  banParticipant,
  changeRoomSettings,
  type ModerationNews,
  muteEverybody,
  type ParticipantRole,
  type RoomSettingsChange,
  removeParticipant,
  renameParticipant,
  reportParticipant,
  setParticipantRole,
} from '@visavis/contracts'
import { beforeEach, expect, test, vi } from 'vitest'
import { rememberedName } from '../../../platform/guest-name.ts'
import { answer, mockApi, problemResponse } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import { sampleCallState } from '../../../test/samples.ts'
import { ModerationNotice } from '../banners/moderation-notice.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { type CallPerson, PeopleContext } from '../hooks/use-people.ts'
import { createLate } from '../model/late.ts'
import { createView } from '../model/view.ts'
import { TileMenu } from '../tiles/tile-menu.tsx'
import { Moderating } from './moderating.tsx'
import type { ModerationTask } from './moderation-task.ts'
import { MuteAllButton } from './mute-all-button.tsx'

const callId = 'b0000000-0000-4000-8000-000000000000'
const idOf = (number: number) => `a0000000-0000-4000-8000-00000000000${number}`
const someone = (number: number, name: string, more: Partial<CallPerson> = {}): CallPerson => ({
  identity: idOf(number),
  name,
  role: 'participant',
  verified: true,
  color: 0,
  isLocal: false,
  participant: null,
  ...more,
})
const karim = someone(2, 'Karim Haddad')
const paul = someone(3, 'Paul Mercier', { verified: false })
const zoe = someone(4, 'Zoé Petit', { role: 'cohost' })

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  api = mockApi()
  localStorage.clear()
})

function inCall(role: ParticipantRole, target = karim, may: RoomSettingsChange['may'] = {}) {
  const self = target.isLocal ? target : someone(1, 'Claire Lemoine', { role, isLocal: true })
  const moderated = createLate<readonly unknown[]>()
  const local = { microphone: false, camera: false, share: false }
  const settings = changeRoomSettings(sampleCallState().settings, { may })
  const shared = { ...sampleCallState({ settings }), handUp: false }
  const set = vi.fn()
  const unchanging = { subscribe: () => () => {} }
  const session = {
    view: createView(),
    role: { ...unchanging, get: () => role },
    local: { ...unchanging, getState: () => local, set },
    connection: { getAdmitted: () => ({ callId }) },
    speakers: { ...unchanging, getSpeaking: () => new Set([paul.identity]) },
    shared: { ...unchanging, getState: () => shared },
    moderated,
    moderating: createLate<ModerationTask | null>(),
  } as unknown as CallSession
  const { user } = renderScreen(
    <CallContext value={session}>
      <PeopleContext value={[self, karim, paul, zoe]}>
        <ModerationNotice />
        <TileMenu person={target.isLocal ? self : target} />
        <MuteAllButton />
        <Moderating />
      </PeopleContext>
    </CallContext>,
  )
  const open = async () => {
    await user.click(screen.getByRole('button', { name: `Tile of ${target.isLocal ? self.name : target.name}` }))
    return within(await screen.findByRole('menu'))
  }
  const choose = async (name: string) => user.click(await (await open()).findByRole('menuitem', { name }))
  const say = (news: ModerationNews | object) => act(async () => moderated.set([...(moderated.get() ?? []), news]))
  return { user, open, choose, say, set }
}
type Offers = ReturnType<typeof inCall>['open']
const offered = async (open: Offers) =>
  (await (await open()).findAllByRole('menuitem')).map(({ textContent }) => textContent)

const forOwner = ['Pin for me', 'Make co-host', 'Give the room away', 'Report', 'Remove from the meeting']
test.each([
  ['participant', karim, ['Pin for me', 'Report']],
  ['cohost', karim, ['Pin for me', 'Report', 'Remove from the meeting']],
  ['owner', karim, forOwner],
  ['owner', zoe, forOwner.map((item) => item.replace('Make', 'Remove as'))],
  ['cohost', someone(5, 'Anne', { role: 'owner' }), ['Pin for me', 'Report']],
] as const)('to a %s the menu offers what they may do', async (role, target, items) => {
  const { open } = inCall(role, target)
  expect(await offered(open)).toEqual(items)
})

test('a guest cannot be made a co-host, and why is said', async () => {
  const { open } = inCall('owner', paul)
  const item = await (await open()).findByRole('menuitem', { name: /^Make co-host/ })
  expect(item.getAttribute('aria-disabled')).toBe('true')
  expect(item.textContent).toContain('This takes an agent’s account.')
})

test('a co-host is made, and what the API refuses is said', async () => {
  const { choose } = inCall('owner')
  api.on(setParticipantRole, () => answer(setParticipantRole, undefined))
  await choose('Make co-host')
  expect(await screen.findByText('Karim Haddad is now a co-host.')).toBeTruthy()
  expect(api.asked(setParticipantRole)).toMatchObject([
    { params: { identity: karim.identity }, body: { role: 'cohost' } },
  ])
  api.on(setParticipantRole, () => problemResponse('forbidden'))
  await choose('Make co-host')
  expect(await screen.findByText('You do not have this right')).toBeTruthy()
})

test('a host gives a guest another name, and is told which one it has become', async () => {
  const { user, choose } = inCall('cohost', { ...paul, name: 'Paul Mercier (2)' })
  api.on(renameParticipant, () => answer(renameParticipant, { displayName: 'Paul M. (3)' }))
  await choose('Rename')
  const dialog = within(await screen.findByRole('dialog', { name: 'Rename Paul Mercier (2)' }))
  const field = dialog.getByRole('textbox', { name: 'New name' })
  expect(field).toHaveProperty('value', 'Paul Mercier')
  await user.clear(field)
  await user.click(dialog.getByRole('button', { name: 'Rename' }))
  expect(dialog.getByText('Enter a name.')).toBeTruthy()
  await user.type(field, ' Paul  M.')
  await user.click(dialog.getByRole('button', { name: 'Rename' }))
  expect(await screen.findByText('Paul Mercier (2) is now called Paul M. (3).')).toBeTruthy()
  expect(api.asked(renameParticipant)).toMatchObject([{ body: { displayName: 'Paul M.' } }])
  expect(rememberedName()).toBe('')
})

const self = { identity: idOf(1), name: 'Claire Lemoine', isLocal: true }
test.each([
  ['a guest', { verified: false }, {}, ['Change my name']],
  ['a guest whom the rules do not allow it', { verified: false }, { rename: 'hosts' }, []],
  ['an agent', { verified: true }, {}, []],
] as const)('to %s their own menu offers what they may do', async (_, who, may, items) => {
  const { open } = inCall('participant', { ...karim, ...self, ...who }, may)
  const menu = await open()
  await menu.findAllByRole('menuitem')
  expect(menu.queryAllByRole('menuitem', { name: 'Change my name' }).map(({ textContent }) => textContent)).toEqual(
    items,
  )
})

test('a name of one’s own is remembered for the next meeting, without its number', async () => {
  const { user, choose } = inCall('participant', { ...karim, ...self, verified: false })
  api.on(renameParticipant, () => answer(renameParticipant, { displayName: 'Anne (2)' }))
  await choose('Change my name')
  const dialog = within(await screen.findByRole('dialog', { name: 'Change your name' }))
  await user.clear(dialog.getByRole('textbox'))
  await user.type(dialog.getByRole('textbox'), 'Anne')
  await user.click(dialog.getByRole('button', { name: 'Change' }))
  expect(await screen.findByText('You are now called Anne (2).')).toBeTruthy()
  expect(rememberedName()).toBe('Anne')
})

test('somebody is removed for the call, or for good', async () => {
  const { user, choose } = inCall('cohost', paul)
  api.on(removeParticipant, () => answer(removeParticipant, undefined))
  api.on(banParticipant, () => answer(banParticipant, undefined))
  await choose('Remove from the meeting')
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(dialog.getByRole('radio', { name: /For this meeting/ })).toHaveProperty('checked', true)
  await user.click(dialog.getByRole('radio', { name: /For good.*This browser/ }))
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect([api.asked(banParticipant).length, api.asked(removeParticipant).length]).toEqual([1, 0])
  await choose('Remove from the meeting')
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(api.asked(removeParticipant)).toHaveLength(1))
})

test('a report has a reason and words of one’s own', async () => {
  const { user, choose } = inCall('participant', paul)
  api.on(reportParticipant, () => answer(reportParticipant, undefined))
  await choose('Report')
  const dialog = within(await screen.findByRole('dialog', { name: 'Report Paul Mercier' }))
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Reason' }), 'harassment')
  await user.type(dialog.getByRole('textbox'), 'Rude')
  await user.click(dialog.getByRole('button', { name: 'Send the report' }))
  expect(await screen.findByText('Your report has been recorded. Thank you.')).toBeTruthy()
  expect(api.asked(reportParticipant)).toMatchObject([{ body: { reason: 'harassment', text: 'Rude' } }])
})

test('everybody is muted but oneself, hosts and who speaks, as one chooses', async () => {
  const { user } = inCall('owner')
  api.on(muteEverybody, () => answer(muteEverybody, { stopped: 2 }))
  const mute = async (...switches: string[]) => {
    await user.click(screen.getByRole('button', { name: 'Mute all' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    for (const name of switches) await user.click(dialog.getByRole('switch', { name }))
    await user.click(dialog.getByRole('button', { name: 'Mute' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  }
  await mute()
  await mute('Except the other hosts', 'Except who is speaking now')
  expect(api.asked(muteEverybody).map(({ body }) => body)).toEqual([
    { except: [idOf(1), zoe.identity] },
    { except: [idOf(1), paul.identity] },
  ])
  expect(screen.getAllByText('2 microphones muted')).toHaveLength(2)
})

test('one is told by whom one was muted, and of one’s role, but nothing that cannot be read', async () => {
  const { say } = inCall('participant')
  await say({ kind: 'stopped', source: 'microphone', by: zoe.identity })
  expect(await screen.findByText(/^Zoé Petit has muted you/)).toBeTruthy()
  await say({ kind: 'nonsense' })
  await say({ kind: 'stopped', source: 'share', by: null })
  await say({ kind: 'role', role: 'cohost' })
  await say({ kind: 'renamed', displayName: 'Paul', by: zoe.identity })
  expect(await screen.findByText('Zoé Petit has renamed you. You are now called Paul.')).toBeTruthy()
  expect(await screen.findByText(/^A host has stopped your screen share/)).toBeTruthy()
  expect(await screen.findByText('You are now a co-host.')).toBeTruthy()
})

test('one who is asked to speak decides', async () => {
  const { user, say, set } = inCall('participant')
  await say({ kind: 'asked', by: zoe.identity } satisfies ModerationNews)
  expect(await screen.findByText('Zoé Petit asks you to unmute.')).toBeTruthy()
  expect(set).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Not now' }))
  expect(screen.queryByText('Zoé Petit asks you to unmute.')).toBeNull()
  expect(set).not.toHaveBeenCalled()
  await say({ kind: 'asked', by: zoe.identity } satisfies ModerationNews)
  await user.click(await screen.findByRole('button', { name: 'Unmute' }))
  expect(set).toHaveBeenCalledWith('microphone', true)
})

test('a host asks whoever is silent, if they are there to be asked', async () => {
  const { open } = inCall('cohost')
  expect(await offered(open)).not.toContain('Ask to unmute')
  expect(api.asked(askToSpeak)).toEqual([])
})

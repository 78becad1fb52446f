import { act, fireEvent, screen } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import { sampleCallState } from '../../../test/samples.ts'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { createView } from '../model/view.ts'
import { PeopleList } from './people-list.tsx'

const rowPx = 52
const onScreen = 10
const unchanging = <T,>(state: T) => ({ subscribe: () => () => {}, getState: () => state })
const session = {
  view: createView(),
  shared: unchanging({ ...sampleCallState(), handUp: false }),
  local: unchanging({ microphone: false }),
  role: { subscribe: () => () => {}, get: () => 'participant' },
  volumes: { subscribe: () => () => {}, get: () => 1 },
} as unknown as CallSession

// jsdom lays nothing out: what scrolls is ten rows high, and rows are as high as estimated.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(onScreen * rowPx)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(rowPx)
})
afterEach(() => void vi.restoreAllMocks())

const people = (count: number) =>
  Array.from(
    { length: count },
    (_, index): CallPerson => ({
      identity: `person-${index}`,
      name: `Person ${index}`,
      role: 'participant',
      verified: true,
      color: 0,
      isLocal: false,
      participant: null,
    }),
  )

function Scroller({ count }: { count: number }) {
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const scroller = useMemo(() => ({ current: element }), [element])
  return (
    <CallContext value={session}>
      <div ref={setElement} data-testid="scroller">
        {element && <PeopleList people={people(count)} scroller={scroller} offsetPx={0} onSpotlight={null} />}
      </div>
    </CallContext>
  )
}

const places = () => screen.getAllByRole('listitem').map((row) => Number(row.getAttribute('aria-posinset')))
function scrollTo(row: number) {
  const scroller = screen.getByTestId('scroller')
  scroller.scrollTop = row * rowPx
  act(() => void fireEvent.scroll(scroller))
}

test('of five hundred only those on screen and around it are there, each with its place among all', () => {
  renderScreen(<Scroller count={500} />)
  expect(places()).toContain(1)
  expect(places().length).toBeGreaterThanOrEqual(onScreen)
  expect(places().length).toBeLessThan(40)
  for (const row of screen.getAllByRole('listitem')) expect(row.getAttribute('aria-setsize')).toBe('500')
  scrollTo(300)
  expect(places()).toContain(305)
  expect(places()).not.toContain(1)
})

test('the row with the focus stays, however far one scrolls', async () => {
  const { user } = renderScreen(<Scroller count={500} />)
  const menu = screen.getByRole('button', { name: 'Actions for Person 2' })
  menu.focus()
  scrollTo(300)
  expect(document.activeElement).toBe(menu)
  expect(places()).toContain(3)
  expect(places()).toContain(305)
  await user.tab()
  scrollTo(400)
  expect(places()).not.toContain(3)
})

test('a small list is whole', () => {
  renderScreen(<Scroller count={30} />)
  expect(places()).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
})

import { beforeEach, expect, test, vi } from 'vitest'
import { createView } from './view.ts'

beforeEach(() => localStorage.clear())

test('at first the layout is automatic, one is seen, and as in a mirror', () => {
  expect(createView().getState()).toEqual({
    layout: 'auto',
    hideSelf: false,
    mirrorSelf: true,
    hideWithoutVideo: false,
    pinned: [],
  })
})

test('layout and switches are remembered for the next call, pins are not', () => {
  const view = createView()
  view.setLayout('speaker')
  view.toggle('hideSelf')
  view.toggle('mirrorSelf')
  view.togglePin('a')
  expect(createView().getState()).toMatchObject({
    layout: 'speaker',
    hideSelf: true,
    mirrorSelf: false,
    hideWithoutVideo: false,
    pinned: [],
  })
})

test('what this browser remembers from elsewhere is not believed', () => {
  localStorage.setItem('visavis.view.layout', 'carousel')
  expect(createView().getState().layout).toBe('auto')
})

test('several are pinned in the order of pinning, and unpinned one by one', () => {
  const view = createView()
  const changed = vi.fn()
  view.subscribe(changed)
  view.togglePin('a')
  view.togglePin('b')
  expect(view.getState().pinned).toEqual(['a', 'b'])
  view.togglePin('a')
  expect(view.getState().pinned).toEqual(['b'])
  expect(changed).toHaveBeenCalledTimes(3)
})

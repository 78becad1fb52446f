import { mostAgendaItems } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { addItem, type DraftItem, draftOf, itemsToSave, moveItem } from './agenda-draft.ts'

const item = (id: string, title = id, minutes = '5'): DraftItem => ({ id, title, minutes })
const ids = (items: readonly DraftItem[]) => items.map(({ id }) => id).join('')

test('an item is moved as far as there are places', () => {
  const items = [item('a'), item('b'), item('c')]
  expect(ids(moveItem(items, 'a', 1))).toBe('bac')
  expect(ids(moveItem(items, 'c', -1))).toBe('acb')
  for (const nowhere of [moveItem(items, 'a', -1), moveItem(items, 'c', 1), moveItem(items, 'd', 1)]) {
    expect(nowhere).toBe(items)
  }
})

test('there are no more items than the API takes', () => {
  let items: readonly DraftItem[] = []
  for (let n = 0; n <= mostAgendaItems; n++) items = addItem(items, String(n))
  expect(items).toHaveLength(mostAgendaItems)
})

test('what is saved is what the API takes, without lines that were left empty', () => {
  const draft = draftOf({ edition: 3, items: [{ id: 'a', title: 'Budget', minutes: 5, usedMs: 7 }] })
  expect(draft.edition).toBe(3)
  expect(itemsToSave(addItem(draft.items, 'b'))).toEqual([{ id: 'a', title: 'Budget', minutes: 5 }])
  expect(itemsToSave([item('a', '', '5')])).toBeNull()
  expect(itemsToSave([item('a', 'x'.repeat(121))])).toBeNull()
  for (const minutes of ['', '0', '721', '1.5', '-3', 'dix'])
    expect(itemsToSave([item('a', 'Budget', minutes)])).toBeNull()
})

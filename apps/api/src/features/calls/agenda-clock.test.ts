import { randomUUID } from 'node:crypto'
import { usedAt } from '@visavis/contracts'
import { expect, it } from 'vitest'
import { agendaNow, editAgenda, goTo, noAgenda, pauseAgenda, resumeAgenda } from './agenda-clock.ts'

const start = Date.UTC(2026, 2, 3, 10)
const minute = 60_000
const item = (title: string, minutes: number) => ({ id: randomUUID(), title, minutes })
const [opening, budget, works] = [item('Ouverture', 5), item('Budget', 10), item('Travaux', 15)]
const agenda = editAgenda(noAgenda, [opening, budget, works])

it('tells nothing of itself until it has begun, nor after its end', () => {
  expect(agendaNow(agenda)).toBeNull()
  expect(agendaNow(goTo(goTo(agenda, opening.id, start), null, start + minute))).toBeNull()
})

it('books the time of each item, on the way forth and back', () => {
  const second = goTo(goTo(agenda, opening.id, start), budget.id, start + 7 * minute)
  expect(agendaNow(second)).toMatchObject({
    title: 'Budget',
    position: 2,
    count: 3,
    next: 'Travaux',
    plannedMs: 30 * minute,
    usedByOthersMs: 7 * minute,
  })
  const back = agendaNow(goTo(second, opening.id, start + 8 * minute))
  expect(back).toMatchObject({ title: 'Ouverture', next: 'Budget', usedByOthersMs: minute })
  expect(back && usedAt(back.clock, start + 9 * minute)).toBe(8 * minute)
})

it('stands still while it is paused', () => {
  const paused = pauseAgenda(goTo(agenda, works.id, start), start + minute)
  const now = agendaNow(resumeAgenda(paused, start + 5 * minute))
  expect(now?.next).toBeNull()
  expect(now && usedAt(now.clock, start + 6 * minute)).toBe(2 * minute)
  expect(resumeAgenda(agenda, start)).toBe(agenda)
  expect(pauseAgenda(paused, start + 9 * minute)).toBe(paused)
})

it('keeps the time of items that are moved and renamed, and ends with its current item', () => {
  const running = goTo(goTo(agenda, opening.id, start), budget.id, start + minute)
  const edited = editAgenda(running, [{ ...budget, title: 'Budget 2027' }, works, { ...opening, minutes: 2 }])
  expect(edited.edition).toBe(2)
  expect(agendaNow(edited)).toMatchObject({ title: 'Budget 2027', position: 1, usedByOthersMs: minute })
  expect(editAgenda(running, [opening, works]).current).toBeNull()
})

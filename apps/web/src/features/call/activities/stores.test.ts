import type { PollView, QuestionView } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { awaitsAnswer, createPollStore } from './polls/poll-store.ts'
import { createQuestionStore } from './questions/question-store.ts'

const poll: PollView = {
  id: 'a0000000-0000-4000-8000-000000000001',
  revision: 1,
  state: 'open',
  kind: 'single',
  question: 'Quand ?',
  options: ['Lundi', 'Mardi'],
  mostChoices: 1,
  secret: false,
  live: true,
  results: null,
  voters: null,
  mine: { choices: [1], text: null },
}
const question: QuestionView = {
  id: 'a0000000-0000-4000-8000-000000000002',
  revision: 1,
  text: 'Qui ?',
  state: 'open',
  author: null,
  votes: 0,
  answer: null,
  askedAt: '2026-01-05T08:00:00.000Z',
  own: true,
  voted: true,
}

test('news of a poll leave one’s own vote alone, and a poll that is gone goes', async () => {
  const store = createPollStore(async () => [poll])
  await store.refresh()
  const { mine: _, voters: __, ...known } = poll
  store.hear({ poll: { ...known, revision: 5, results: { voters: 3, counts: [1, 2] } } })
  expect(store.getState().items).toMatchObject([{ revision: 5, voters: 3, mine: { choices: [1] } }])
  store.hear({ poll: { ...known, id: question.id } })
  expect(store.getState().items.filter(awaitsAnswer)).toMatchObject([{ id: question.id }])
  store.hear({ deleted: question.id })
  expect(store.getState().items).toHaveLength(1)
})

test('news of questions leave what is one’s own alone, count what one has not seen, and say when to ask', async () => {
  const store = createQuestionStore(async () => ({ questions: [question], settings: { anonymous: false } }))
  await store.refresh()
  const { own: _, voted: __, ...known } = question
  const other = { ...known, id: poll.id }
  const news = { questions: [{ ...known, revision: 2, votes: 7 }, other], gone: [], settings: { anonymous: true } }
  expect(store.hear({ ...news, more: false })).toBe(false)
  expect(store.getState().items.find(({ id }) => id === question.id)).toMatchObject({
    votes: 7,
    own: true,
    voted: true,
  })
  expect([store.countUnseen(), store.mayBeAnonymous()]).toEqual([1, true])
  store.setOpen(true)
  expect(store.countUnseen()).toBe(0)
  expect(store.hear({ ...news, questions: [], gone: [other.id], more: false })).toBe(true)
  expect(store.getState().items).toHaveLength(1)
})

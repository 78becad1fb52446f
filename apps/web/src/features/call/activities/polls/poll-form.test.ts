import { pollFormSchema } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { emptyForm, faultOf, toSend } from './poll-form.ts'

const form = { ...emptyForm, question: 'Quand ?', options: ['Lundi', ' ', 'Mardi', ''] }

test.each([
  [{ question: ' ' }, 'activities.polls.form.question.missing'],
  [{ options: ['Lundi', ''] }, 'activities.polls.form.options.few'],
  [{ options: ['Lundi', 'lundi '] }, 'activities.polls.form.options.alike'],
  [{}, null],
  [{ kind: 'open' as const, options: [] }, null],
])('%j: %s', (change, fault) => {
  expect(faultOf({ ...form, ...change })).toBe(fault)
})

test.each(['single', 'multiple', 'open'] as const)(
  'what is sent of a form for %s is what the contract takes',
  (kind) => {
    const sent = toSend({ ...form, kind, mostChoices: 9 })
    expect(pollFormSchema.parse(sent)).toEqual(sent)
    expect(sent.options).toEqual(kind === 'open' ? [] : ['Lundi', 'Mardi'])
    expect(sent.mostChoices).toBe(kind === 'multiple' ? 2 : 1)
  },
)

import { type PollForm, pollMaxOptions } from '@visavis/contracts'

export const emptyForm: PollForm = {
  kind: 'single',
  question: '',
  options: ['', ''],
  mostChoices: 2,
  secret: true,
  live: false,
}

export type Fault =
  | 'activities.polls.form.question.missing'
  | 'activities.polls.form.options.few'
  | 'activities.polls.form.options.alike'

const filled = (options: readonly string[]) => options.map((option) => option.trim()).filter((option) => option !== '')

/** What is to be mended before it can be sent; the server checks again. */
export function faultOf({ kind, question, options }: PollForm): Fault | null {
  if (question.trim() === '') return 'activities.polls.form.question.missing'
  if (kind === 'open') return null
  const given = filled(options)
  if (new Set(given.map((option) => option.toLowerCase())).size < given.length)
    return 'activities.polls.form.options.alike'
  return given.length < 2 ? 'activities.polls.form.options.few' : null
}

/** What is sent: fields that were left empty are no options. */
export function toSend(form: PollForm): PollForm {
  const { kind } = form
  const options = kind === 'open' ? [] : filled(form.options).slice(0, pollMaxOptions)
  const mostChoices = kind === 'multiple' ? Math.min(Math.max(form.mostChoices, 2), options.length) : 1
  return { ...form, options, mostChoices }
}

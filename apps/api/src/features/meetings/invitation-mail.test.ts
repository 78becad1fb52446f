import { expect, it } from 'vitest'
import { type Invitation, toDescription, toHtml, toText } from './invitation-mail.ts'
import { textsIn } from './invitation-texts.ts'
import { whenInWords } from './invitation-words.ts'

const { texts } = textsIn('en')
const invitation: Invitation = {
  language: 'en',
  texts,
  lead: texts.invited('Claire <b>'),
  title: 'Budget & <script>alert(1)</script>',
  when: 'Monday',
  description: 'One\n<img src=x onerror=alert(1)>',
  agenda: [{ title: 'Figures', minutes: 20 }],
  link: 'https://visio.example/abc-defg-hij',
  replyLink: 'https://visio.example/reply#id.secret',
  why: texts.why('Claire', 'Visavis'),
}

it('is what it was written, whatever shows it', () => {
  expect(toHtml(invitation)).not.toMatch(/<script|<img|<b>/)
  expect(toHtml(invitation)).toContain('Budget &amp; &lt;script&gt;')
  expect(toText(invitation)).toContain('Budget & <script>alert(1)</script>')
})

it('leads to the meeting and to each answer, and to nothing elsewhere', () => {
  const links = [...toHtml(invitation).matchAll(/href="([^"]+)"/g)].map(([, link]) => link)
  expect(new Set(links)).toEqual(
    new Set([
      'https://visio.example/abc-defg-hij',
      'https://visio.example/reply#id.secret.accepted',
      'https://visio.example/reply#id.secret.tentative',
      'https://visio.example/reply#id.secret.declined',
    ]),
  )
  expect(toHtml({ ...invitation, description: '' })).not.toMatch(/src=|url\(|<link|@import/)
})

it('asks nobody to come to what was cancelled', () => {
  const off = { ...invitation, lead: texts.cancelled('Claire'), link: null, replyLink: null }
  for (const text of [toText(off), toHtml(off), toDescription(off)]) expect(text).not.toContain('visio.example')
})

it('tells calendars what it is about and how to come', () => {
  expect(toDescription({ ...invitation, description: 'About' })).toBe(
    [
      'About',
      'Agenda\n- Figures (20 min)',
      'Join the meeting: https://visio.example/abc-defg-hij\nIt opens in your browser, on a computer or a phone. You need neither an account nor a program.',
      'Will you come? https://visio.example/reply#id.secret',
    ].join('\n\n'),
  )
})

it('says when in the reader’s language', () => {
  const when = { start: '2030-01-07T09:30', timeZone: 'Europe/Paris', durationMinutes: 90, recurrence: null }
  expect(whenInWords(when, 'en')).toBe('Monday, 7 January 2030, 09:30–11:00 (Europe/Paris)')
  expect(whenInWords(when, 'fr')).toMatch(/^lundi 7 janvier 2030, 09:30.*11:00 \(Europe\/Paris\)$/)
  expect(whenInWords({ ...when, recurrence: 'FREQ=WEEKLY;BYDAY=MO' }, 'en')).toContain('every week on Monday')
  expect(whenInWords({ ...when, recurrence: 'FREQ=WEEKLY;BYDAY=MO' }, 'fr')).toContain('semaine')
})

it('falls back on a language that there is', () => {
  expect(textsIn(null, 'de', 'en').language).toBe('en')
  expect(textsIn(null, null).language).toBe('fr')
})

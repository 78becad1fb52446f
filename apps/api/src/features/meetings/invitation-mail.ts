import type { InvitationTexts } from './invitation-texts.ts'
import { html } from './invitation-words.ts'

/** What an e-mail about a meeting is made of; all of it is plain text. */
export interface Invitation {
  readonly language: string
  readonly texts: InvitationTexts
  readonly lead: string
  readonly title: string
  readonly when: string
  readonly description: string
  readonly agenda: readonly { title: string; minutes: number }[]
  /** Null of what was cancelled. */
  readonly link: string | null
  readonly replyLink: string | null
  readonly why: string
}

const answers = ['accepted', 'tentative', 'declined'] as const
const withAnswer = (replyLink: string, answer: string) => `${replyLink}.${answer}`

const agendaLines = ({ agenda, texts }: Invitation) =>
  agenda.map(({ title, minutes }) => `- ${title} (${texts.minutes(minutes)})`).join('\n')

/** What calendars show of a meeting: what it is about, and how to come. */
export function toDescription(invitation: Invitation): string {
  const { texts, description, agenda, link, replyLink } = invitation
  return [
    description,
    agenda.length > 0 ? `${texts.agenda}\n${agendaLines(invitation)}` : '',
    link === null ? '' : `${texts.join}: ${link}\n${texts.noAccount}`,
    replyLink === null ? '' : `${texts.answer} ${replyLink}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The message for programs that show text alone. */
export function toText(invitation: Invitation): string {
  const { texts, lead, title, when, why } = invitation
  return [lead, title, `${texts.when}: ${when}`, toDescription(invitation), `-- \n${why}`]
    .filter((part) => part !== '')
    .join('\n\n')
}

// Programs for mail know little of CSS: what looks matters by is written where it is used.
const button = (href: string, label: string, filled: boolean) =>
  `<a href="${html(href)}" style="display:inline-block;padding:10px 18px;margin:0 8px 8px 0;border-radius:10px;border:1px solid #0e5a6b;text-decoration:none;font-weight:600;${filled ? 'background:#0e5a6b;color:#ffffff' : 'background:#ffffff;color:#0e5a6b'}">${html(label)}</a>`

function agendaInHtml({ agenda, texts }: Invitation): string {
  if (agenda.length === 0) return ''
  const items = agenda.map(({ title, minutes }) => `<li>${html(title)} (${html(texts.minutes(minutes))})</li>`)
  return `<p style="margin:16px 0 4px;font-weight:600">${html(texts.agenda)}</p><ol style="margin:0;padding-left:24px">${items.join('')}</ol>`
}

function answersInHtml({ replyLink, texts }: Invitation): string {
  if (replyLink === null) return ''
  const buttons = answers.map((answer) => button(withAnswer(replyLink, answer), texts.replies[answer], false))
  return `<p style="margin:24px 0 8px;font-weight:600">${html(texts.answer)}</p><p style="margin:0">${buttons.join('')}</p>`
}

/** The same for all others: no picture, no script, nothing from elsewhere. */
export function toHtml(invitation: Invitation): string {
  const { language, texts, lead, title, when, description, link, why } = invitation
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${html(title)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f5;color:#16202a;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dde3e4;border-radius:12px">
<p style="margin:0 0 16px">${html(lead)}</p>
<h1 style="margin:0 0 8px;font-size:24px;line-height:1.25">${html(title)}</h1>
<p style="margin:0">${html(when)}</p>
${description === '' ? '' : `<p style="margin:16px 0 0">${html(description)}</p>`}
${agendaInHtml(invitation)}
${link === null ? '' : `<p style="margin:24px 0 4px">${button(link, texts.join, true)}</p><p style="margin:0;font-size:14px"><a href="${html(link)}" style="color:#0e5a6b">${html(link)}</a></p><p style="margin:4px 0 0;font-size:14px;color:#52616d">${html(texts.noAccount)}</p>`}
${answersInHtml(invitation)}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dde3e4;font-size:14px;color:#52616d">${html(why)}</p>
</div></body></html>`
}

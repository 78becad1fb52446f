import { administratorRole, type LocalAgent, listedAgents } from '../agents.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { type Language, translate } from './messages.ts'

interface Picker {
  /** What the application gave as `login_hint`, or what was typed. */
  readonly email: string
  readonly isEmailUnknown: boolean
}

function notesOn(agent: LocalAgent, language: Language): string[] {
  const isOtherProvider = listedAgents.find((other) => other.email === agent.email) !== agent
  return [
    ...(agent.acrs.length === 1 ? [translate(language, 'withoutSecondFactor')] : []),
    ...(agent.roles.includes(administratorRole) ? [translate(language, 'administrator')] : []),
    ...(isOtherProvider ? [translate(language, 'otherProvider')] : []),
  ]
}

function agentButton(agent: LocalAgent, language: Language): Html {
  const notes = notesOn(agent, language).map((note) => html`<span class="note">${note}</span>`)
  return html`<li>
    <button class="agent" type="submit" name="agent" value="${agent.sub}">
      <span class="name">${agent.givenName} ${agent.usualName} ${notes}</span>
      <span class="email">${agent.email}</span>
    </button>
  </li>`
}

function organizationSection(label: string, language: Language): Html {
  const members = listedAgents.filter((agent) => agent.organizationLabel === label)
  return html`<h2>${label}</h2><ul>${members.map((agent) => agentButton(agent, language))}</ul>`
}

/** The page on which a person chooses the agent to be. Posts `agent` (a subject), `email` or `cancel` to itself. */
export function pickerPage(language: Language, { email, isEmailUnknown }: Picker): string {
  const organizations = [...new Set(listedAgents.map((agent) => agent.organizationLabel))]
  const error = isEmailUnknown && html`<p class="error" id="email-error">${translate(language, 'emailUnknown')}</p>`
  return page(language, {
    title: translate(language, 'pickTitle'),
    main: html`<p>${translate(language, 'pickIntro')}</p>
      <form method="post">${organizations.map((label) => organizationSection(label, language))}</form>
      <form method="post" class="by-email">
        <label for="email">${translate(language, 'emailLabel')}</label>
        <p class="help" id="email-help">${translate(language, 'emailHelp')}</p>
        ${error || undefined}
        <div class="row">
          <input id="email" name="email" type="email" required maxlength="254" value="${email}"
            autocomplete="off" aria-describedby="email-help${isEmailUnknown ? ' email-error' : ''}"
            ${isEmailUnknown ? html`aria-invalid="true"` : undefined} ${email ? html`autofocus` : undefined}>
          <button class="primary" type="submit">${translate(language, 'continue')}</button>
        </div>
      </form>
      <form method="post"><button class="quiet" type="submit" name="cancel" value="1">${translate(language, 'cancel')}</button></form>`,
  })
}

import { html } from './html.ts'
import { page } from './layout.ts'
import { type Language, translate } from './messages.ts'

/** Tells a person that a request was refused, and a developer why. */
export function errorPage(language: Language, reason: string): string {
  return page(language, {
    title: translate(language, 'errorTitle'),
    main: html`<p>${translate(language, 'errorIntro')}</p><p><code>${reason}</code></p>`,
  })
}

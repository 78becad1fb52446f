import { Html, html } from './html.ts'
import { page } from './layout.ts'
import { type Language, translate } from './messages.ts'

/**
 * ProConnect logs out without asking. oidc-provider wants a form posted, so this page posts it by itself; the button is
 * for browsers without scripts. `form` is oidc-provider's own markup.
 */
export function logoutPage(language: Language, form: string): string {
  return page(language, {
    title: translate(language, 'logoutTitle'),
    script: 'submit.js',
    main: html`<p>${translate(language, 'logoutIntro')}</p>
      ${new Html(form)}
      <button class="primary" type="submit" form="op.logoutForm" name="logout" value="yes">
        ${translate(language, 'continue')}
      </button>`,
  })
}

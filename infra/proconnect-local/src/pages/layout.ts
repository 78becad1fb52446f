import { type Html, html } from './html.ts'
import { type Language, translate } from './messages.ts'

interface Page {
  readonly title: string
  readonly main: Html
  /** Name of a script in `assets/`. */
  readonly script?: string
}

/** A whole page. It says on every screen that this is a stand-in. */
export function page(language: Language, { title, main, script }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/style.css">
    ${script && html`<script src="/assets/${script}" defer></script>`}
  </head>
  <body>
    <p class="banner">${translate(language, 'banner')}</p>
    <main>
      <h1>${title}</h1>
      ${main}
    </main>
  </body>
</html>
`.markup
}

import type { LinguiConfig } from '@lingui/conf'
import { catalogues, languages } from './src/locales/catalogues.ts'

/** Catalogues are plain `{ "key": "ICU message" }` JSON, written by hand: keys are ours and nothing is extracted. */
const keyedJson: NonNullable<Exclude<LinguiConfig['format'], string>> = {
  catalogExtension: '.json',
  parse(content) {
    const messages: Record<string, string> = JSON.parse(content)
    return Object.fromEntries(Object.entries(messages).map(([id, translation]) => [id, { translation }]))
  },
  serialize: (catalogue) =>
    JSON.stringify(Object.fromEntries(Object.entries(catalogue).map(([id, { translation }]) => [id, translation]))),
}

export default {
  locales: [...languages],
  sourceLocale: 'fr',
  catalogs: catalogues.map((name) => ({
    path: `<rootDir>/src/locales/{locale}/${name}`,
    include: ['src'],
  })),
  format: keyedJson,
} satisfies LinguiConfig

import type { PublicConfig } from '@visavis/contracts'
import { useParams } from 'wouter'
import { useConfig } from '../../platform/config.ts'
import { useLanguage, useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { legalPages, type LegalPage as Page } from '../../platform/paths.ts'

const texts = {
  notice: 'legalNotice',
  privacy: 'privacyNotice',
  accessibility: 'accessibilityStatement',
} as const satisfies Record<Page, keyof PublicConfig>

/** A text of the operator's, as plain paragraphs: nothing in it is ever markup. */
export default function LegalPage() {
  const t = useT()
  const language = useLanguage()
  const params = useParams()
  const page = legalPages.find((name) => name === params['page']) ?? 'notice'
  const text = useConfig()[texts[page]]?.[language]
  usePageTitle(t(`common.legal.${page}`))
  return (
    <article className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-10 sm:px-8">
      <h1 className="mb-2 text-title">{t(`common.legal.${page}`)}</h1>
      {text ? (
        text.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph} className="max-w-[65ch] leading-relaxed whitespace-pre-line">
            {paragraph.trim()}
          </p>
        ))
      ) : (
        <p className="text-muted">{t('home.legal.empty')}</p>
      )}
    </article>
  )
}

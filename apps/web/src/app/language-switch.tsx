import { Languages } from 'lucide-react'
import { languages } from '../locales/catalogues.ts'
import { switchLanguage } from '../platform/i18n/messages.ts'
import { problemText } from '../platform/i18n/problem-text.ts'
import { useLanguage, useT } from '../platform/i18n/use-t.ts'
import { toProblem } from '../platform/problem.ts'
import { toast } from '../ui/toast.tsx'

/** Offers the other language, in its own words. */
export function LanguageSwitch() {
  const t = useT()
  const current = useLanguage()
  const other = languages[(languages.indexOf(current) + 1) % languages.length] ?? current
  const switchTo = () =>
    switchLanguage(other, 'by-hand').catch((error: unknown) => toast(problemText(t, toProblem(error)).title, 'failed'))
  return (
    <button
      type="button"
      lang={other}
      aria-label={t(`common.language.${other}`)}
      onClick={switchTo}
      className="-mr-2.5 flex min-h-11 items-center gap-2 rounded-control px-2.5 font-strong text-muted hover:bg-sunken hover:text-ink"
    >
      <Languages aria-hidden="true" size={20} />
      <span className="max-sm:hidden">{t(`common.language.${other}`)}</span>
      <span data-code={other} className="uppercase before:content-[attr(data-code)] sm:hidden" />
    </button>
  )
}

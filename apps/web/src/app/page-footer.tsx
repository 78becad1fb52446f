import { Link } from 'wouter'
import { useT } from '../platform/i18n/use-t.ts'
import { legalPages, legalPath } from '../platform/paths.ts'

/** The pages that law asks for. */
export function PageFooter() {
  const t = useT()
  return (
    <footer className="mx-auto flex w-full max-w-7xl flex-wrap gap-x-4 px-4 py-3 text-small text-muted sm:gap-x-6 sm:px-8">
      {legalPages.map((page) => (
        <Link
          key={page}
          href={legalPath(page)}
          className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
        >
          {t(`common.legal.${page}`)}
        </Link>
      ))}
    </footer>
  )
}

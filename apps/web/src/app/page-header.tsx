import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'wouter'
import { useConfig } from '../platform/config.ts'
import { loadCatalogues } from '../platform/i18n/messages.ts'
import { useT } from '../platform/i18n/use-t.ts'
import { useMe } from '../platform/me.ts'
import { routes } from '../platform/paths.ts'
import { classNames } from '../ui/class-names.ts'
import { Mark } from '../ui/mark.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { LanguageSwitch } from './language-switch.tsx'

// Only agents have one; guests and the home page go without its code.
const AccountMenu = lazy(
  async () => (await Promise.all([import('./account-menu.tsx'), loadCatalogues(['account', 'problems'])]))[0],
)

/** Name, pages and account. Bare on the home page, where nobody is signed in. */
export function PageHeader() {
  const { productName } = useConfig()
  const agent = useMe()
  const [path] = useLocation()
  const bare = path === routes.home || !agent
  return (
    <header
      className={classNames(
        'flex flex-wrap items-center gap-x-6 border-b px-4 sm:px-8',
        bare ? 'border-transparent' : 'border-line bg-surface',
      )}
    >
      <Link
        href={agent ? routes.dashboard : routes.home}
        className="mr-auto flex min-h-16 items-center gap-2.5 text-[1.25rem] font-strong md:mr-0"
      >
        <Mark />
        {productName}
      </Link>
      {agent && <Pages administrator={agent.role === 'ADMIN'} path={path} />}
      <div className="ml-auto flex items-center gap-4 sm:gap-6">
        <LanguageSwitch />
        <Suspense fallback={<Skeleton className="size-9 rounded-full" />}>
          {agent && <AccountMenu agent={agent} />}
        </Suspense>
      </div>
    </header>
  )
}

function Pages({ administrator, path }: { administrator: boolean; path: string }) {
  const t = useT()
  const entries = [
    { href: routes.dashboard, text: t('common.nav.dashboard'), current: path === routes.dashboard },
    ...(administrator
      ? [{ href: routes.adminRooms, text: t('common.nav.administration'), current: path.startsWith('/admin') }]
      : []),
  ]
  return (
    <nav aria-label={t('common.nav.label')} className="order-last -mx-2 flex w-full md:order-none md:w-auto">
      {entries.map(({ href, text, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className={classNames(
            'relative flex min-h-11 items-center px-3 font-strong hover:text-ink md:min-h-16',
            current
              ? 'text-ink after:absolute after:inset-x-2 after:bottom-0 after:rounded-full after:border-b-3 after:border-brand'
              : 'text-muted',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}

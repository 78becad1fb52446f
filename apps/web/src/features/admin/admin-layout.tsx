import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { routes } from '../../platform/paths.ts'
import { classNames } from '../../ui/class-names.ts'

/** What both pages of the administration stand in. */
export function AdminLayout({ children }: { children: ReactNode }) {
  const t = useT()
  const [path] = useLocation()
  const tabs = [
    { href: routes.adminRooms, text: t('admin.rooms.title') },
    { href: routes.adminUsers, text: t('admin.users.title') },
  ]
  const current = tabs.find(({ href }) => href === path)
  usePageTitle(`${t('admin.title')} · ${current?.text ?? ''}`)
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 sm:px-8 lg:py-9">
      <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <h1 className="text-title">{t('admin.title')}</h1>
        <nav aria-label={t('admin.title')} className="flex gap-1 rounded-card bg-sunken p-1 max-sm:w-full">
          {tabs.map(({ href, text }) => (
            <Link
              key={href}
              href={href}
              aria-current={href === path ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center justify-center rounded-control border px-4 font-strong max-sm:flex-1',
                href === path ? 'border-line bg-surface text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {text}
            </Link>
          ))}
        </nav>
      </header>
      {children}
    </div>
  )
}

import type { AdminUser } from '@visavis/contracts'
import { useId, useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePagedList } from '../../platform/use-paged-list.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { allUsers } from './admin-queries.ts'

const shownAtMost = 5

export interface UserPickerProps {
  legend: string
  value: AdminUser | null
  onChange: (user: AdminUser) => void
}

/** Chooses one agent: search, then a radio button for each that was found. Disabled agents cannot be chosen. */
export function UserPicker({ legend, value, onChange }: UserPickerProps) {
  const t = useT()
  const name = useId()
  const [search, setSearch] = useState('')
  const { items, failure } = usePagedList(allUsers(search))
  const found = items?.filter(({ disabledAt }) => disabledAt === null).slice(0, shownAtMost)
  // Who was chosen stays in sight when the search goes on.
  const shown = value && found && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-strong">{legend}</legend>
      <SearchField label={t('admin.users.search')} onSearch={setSearch} />
      {!shown && !failure && <Skeleton className="h-11" />}
      {failure && <p className="text-danger-ink">{failure.title}</p>}
      {shown?.length === 0 && <p className="text-muted">{t('admin.users.none', { search })}</p>}
      <div className="flex max-h-[34dvh] flex-col overflow-auto">
        {shown?.map((user) => (
          <label
            key={user.id}
            className="flex min-h-13 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 hover:bg-sunken has-checked:bg-brand-soft"
          >
            <input
              type="radio"
              name={name}
              checked={user.id === value?.id}
              onChange={() => onChange(user)}
              className="size-5 shrink-0 accent-brand"
            />
            <Avatar name={user.displayName} />
            <span className="min-w-0">
              <span className="block truncate">{user.displayName}</span>
              <span className="block truncate text-small text-muted">{user.email}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

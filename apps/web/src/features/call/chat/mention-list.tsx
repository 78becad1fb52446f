import { useT } from '../../../platform/i18n/use-t.ts'

export interface MentionListProps {
  id: string
  names: readonly string[]
  active: number
  onPick: (name: string) => void
}

export const mentionOptionId = (listId: string, index: number) => `${listId}-${index}`

/** Names to complete a mention with, above the field, which keeps the focus. */
export function MentionList({ id, names, active, onPick }: MentionListProps) {
  const t = useT()
  if (names.length === 0) return null
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('chat.mentions')}
      className="absolute inset-x-0 bottom-full z-20 mb-1 rounded-card border border-line bg-surface p-1 shadow-raised"
    >
      {names.map((name, index) => (
        <div
          key={name}
          id={mentionOptionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(name)
          }}
          className="min-h-9 cursor-pointer truncate rounded-control px-3 py-1.5 hover:bg-sunken aria-selected:bg-brand-soft"
        >
          {name}
        </div>
      ))}
    </div>
  )
}

import { ListBox, ListBoxItem } from 'react-aria-components'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { Emoji } from './emoji-search.ts'

export interface EmojiGridProps {
  emoji: readonly Emoji[]
  /** Said where there are none. */
  nothing: string
  onPick: (sign: string) => void
}

/** The emoji to choose from, each with its name. */
export function EmojiGrid({ emoji, nothing, onPick }: EmojiGridProps) {
  const t = useT()
  return (
    <ListBox
      aria-label={t('chat.emoji')}
      layout="grid"
      selectionMode="none"
      onAction={(key) => onPick(String(key))}
      renderEmptyState={() => <p className="col-span-full p-3 text-center text-small text-muted">{nothing}</p>}
      className="grid h-60 min-h-12 grid-cols-[repeat(auto-fill,minmax(2.5rem,1fr))] content-start overflow-y-auto overscroll-contain outline-none"
    >
      {emoji.map(([sign, label]) => (
        <ListBoxItem
          key={sign}
          id={sign}
          textValue={label}
          aria-label={label}
          className="flex size-10 cursor-pointer items-center justify-center justify-self-center overflow-hidden rounded-control text-title hover:bg-sunken data-focused:bg-brand-soft data-focused:outline-3 data-focused:-outline-offset-3 data-focused:outline-ring"
        >
          <span aria-hidden="true">{sign}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

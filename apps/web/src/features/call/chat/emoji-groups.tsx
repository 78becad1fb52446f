import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { EmojiGroup } from './emoji-search.ts'

export interface EmojiGroupsProps {
  groups: readonly EmojiGroup[]
  chosen: string
  onChoose: (key: string) => void
}

/** The groups, each by its first emoji. */
export function EmojiGroups({ groups, chosen, onChoose }: EmojiGroupsProps) {
  const t = useT()
  return (
    <ToggleButtonGroup
      aria-label={t('chat.emoji.groups')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={([key]) => key !== undefined && onChoose(String(key))}
      className="flex shrink-0 justify-between border-b border-line pb-1"
    >
      {groups.map(({ key, label, emoji }) => (
        <ToggleButton
          key={key}
          id={key}
          aria-label={label}
          className="flex h-9 min-w-6 flex-1 cursor-pointer items-center justify-center rounded-control border border-transparent hover:bg-sunken data-selected:border-brand data-selected:bg-brand-soft forced-colors:data-selected:border-3 forced-colors:data-selected:border-[Highlight]"
        >
          <span aria-hidden="true">{emoji[0]?.[0]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

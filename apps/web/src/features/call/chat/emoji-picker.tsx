import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { Autocomplete, Dialog, I18nProvider, Popover } from 'react-aria-components'
import { useLanguage, useT } from '../../../platform/i18n/use-t.ts'
import { EmojiGrid } from './emoji-grid.tsx'
import { EmojiGroups } from './emoji-groups.tsx'
import { searchEmoji } from './emoji-search.ts'
import { EmojiSearch } from './emoji-search-field.tsx'
import { loadEmoji } from './load-emoji.ts'

export interface EmojiPickerProps {
  anchor: RefObject<HTMLElement | null>
  onPick: (sign: string) => void
  onClose: () => void
}

/** All emoji, by group or by what one types: the field keeps the focus, the arrows move in the grid, Enter takes. */
export function EmojiPicker({ anchor, onPick, onClose }: EmojiPickerProps) {
  const t = useT()
  const language = useLanguage()
  const { data: groups = [], isError } = useQuery({
    queryKey: ['emoji', language],
    queryFn: () => loadEmoji(language),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState('smileys-emotion')
  const searching = query.trim() !== ''
  const shown = searching ? searchEmoji(groups, query) : (groups.find(({ key }) => key === chosen)?.emoji ?? [])
  const nothing = isError ? t('chat.emoji.failed') : groups.length === 0 ? t('common.loading') : t('chat.emoji.none')
  return (
    <I18nProvider locale={language}>
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open: boolean) => !open && onClose()}
        placement="top end"
        className="panel-in w-82 max-w-[calc(100vw-1rem)] overflow-hidden rounded-card border border-line bg-surface text-ink shadow-raised"
      >
        <Dialog aria-label={t('chat.emoji')} className="flex max-h-[inherit] flex-col gap-2 p-2 outline-none">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <EmojiSearch />
            {!searching && <EmojiGroups groups={groups} chosen={chosen} onChoose={setChosen} />}
            <EmojiGrid emoji={shown} nothing={nothing} onPick={onPick} />
          </Autocomplete>
        </Dialog>
      </Popover>
    </I18nProvider>
  )
}

import { Search } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { fieldStyle } from '../../../ui/field.tsx'

/** Where one types what an emoji shows. */
export function EmojiSearch() {
  const t = useT()
  return (
    // biome-ignore lint/a11y/noAutofocus: a popover takes the focus, as a menu does.
    <SearchField autoFocus aria-label={t('chat.emoji.search')} className="relative shrink-0">
      <Search aria-hidden="true" size={18} className="absolute top-1/2 left-3.5 -translate-y-1/2 text-muted" />
      <Input
        // It chooses among the options below: a combobox, whose list needs no place of its own in the order of tabs.
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- `Autocomplete` tells which list it controls.
        role="combobox"
        aria-expanded
        placeholder={t('chat.emoji.search')}
        maxLength={50}
        className={classNames(fieldStyle, 'pl-10')}
      />
    </SearchField>
  )
}

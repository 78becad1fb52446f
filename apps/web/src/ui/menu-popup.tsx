import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import { Header, I18nProvider, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { classNames } from './class-names.ts'
import type { MenuItem as Item, MenuSection as Section } from './menu-items.ts'

export interface MenuPopupProps {
  anchor: RefObject<HTMLElement | null>
  label: string
  sections: Section[]
  /** Tells which one it was; the menu closes next. */
  onChoose: (item: Item) => void
  onClose: () => void
}

/** What `MenuButton` opens. */
export default function MenuPopup({ anchor, label, sections, onChoose, onClose }: MenuPopupProps) {
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <Popover
        triggerRef={anchor}
        aria-label={label}
        isOpen
        onOpenChange={(open: boolean) => !open && onClose()}
        trigger="MenuTrigger"
        placement="bottom end"
        className="panel-in min-w-52 max-w-[min(22rem,calc(100vw-1rem))] overflow-auto overscroll-contain rounded-card border border-line bg-surface p-1.5 text-ink shadow-raised"
      >
        <Menu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
          {sections.map((section, index) => (
            <MenuSection
              // A menu's sections never change places.
              key={section.heading ?? index}
              aria-label={section.heading ?? label}
              className={classNames(
                index > 0 && 'mt-1.5 border-t border-line pt-1.5',
                section.items.some(({ sign }) => sign) && 'grid grid-cols-4',
              )}
              {...choiceAmong(section)}
            >
              {section.heading && (
                <Header className="col-span-full px-3 py-1.5 text-small text-muted">{section.heading}</Header>
              )}
              {section.items.map((item) => (
                <MenuRow key={item.id} item={item} onChoose={onChoose} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </I18nProvider>
  )
}

/** Where items are chosen or on, screen readers are told which. */
function choiceAmong({ items, several = false }: Section) {
  if (items.every(({ selected }) => selected === undefined)) return {}
  const selectedKeys = items.filter(({ selected }) => selected).map(({ id }) => id)
  return several
    ? { selectionMode: 'multiple' as const, selectedKeys, shouldCloseOnSelect: true }
    : { selectionMode: 'single' as const, selectedKeys, disallowEmptySelection: true }
}

function MenuRow({ item, onChoose }: { item: Item; onChoose: (item: Item) => void }) {
  const Icon = item.icon
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      {...(item.sign && { 'aria-label': item.label })}
      isDisabled={item.disabled ?? false}
      onAction={() => onChoose(item)}
      className={classNames(
        'flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 outline-none focus:bg-sunken focus-visible:outline-2 focus-visible:outline-offset-[-2px] aria-disabled:cursor-default aria-disabled:opacity-55',
        item.sign && 'justify-center text-title',
        item.danger && 'text-danger-ink',
      )}
    >
      {item.sign && <span aria-hidden="true">{item.sign}</span>}
      {Icon && <Icon aria-hidden="true" size={20} className="shrink-0" />}
      {!item.sign && (
        <span className="min-w-0 flex-1">
          <span className="block truncate">{item.label}</span>
          {item.detail && <span className="block text-small text-muted">{item.detail}</span>}
        </span>
      )}
      {item.selected && <Check aria-hidden="true" size={18} className="shrink-0 text-brand" />}
    </MenuItem>
  )
}

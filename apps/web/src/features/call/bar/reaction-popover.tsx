import { reactionKindSchema } from '@visavis/contracts'
import type { RefObject } from 'react'
import { Dialog, I18nProvider, Popover } from 'react-aria-components'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useReact } from '../hooks/use-react.ts'
import { reactionSigns } from '../model/reaction-signs.ts'

export interface ReactionPopoverProps {
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The reactions to choose from. It stays open, for applause is seldom one clap, and closes with Escape or a click beside it. */
export function ReactionPopover({ anchor, onClose }: ReactionPopoverProps) {
  const t = useT()
  const react = useReact()
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open: boolean) => !open && onClose()}
        placement="top"
        className="panel-in rounded-card border border-line bg-surface p-1.5 text-ink shadow-raised"
      >
        <Dialog aria-label={t('signals.reactions')} className="grid grid-cols-4 gap-1 outline-none">
          {reactionKindSchema.options.map((reaction, index) => (
            <button
              key={reaction}
              type="button"
              // biome-ignore lint/a11y/noAutofocus: a popover takes the focus, as a menu does.
              autoFocus={index === 0}
              aria-label={t(`signals.reaction.${reaction}`)}
              title={t(`signals.reaction.${reaction}`)}
              onClick={() => react(reaction)}
              className="flex size-12 items-center justify-center rounded-control text-title transition-transform duration-150 hover:bg-control-hover active:scale-90"
            >
              <span aria-hidden="true">{reactionSigns[reaction]}</span>
            </button>
          ))}
        </Dialog>
      </Popover>
    </I18nProvider>
  )
}

import { MessageSquareText } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { chatPanel } from '../panel/lazy-panels.ts'
import { panelId } from '../panel/panel-id.ts'
import { useChat } from './use-chat.ts'

/** Opens and closes the chat; its badge counts what has not been read. */
export function ChatControl({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const t = useT()
  const { unread } = useChat().state
  return (
    <ControlButton
      icon={MessageSquareText}
      look={open ? 'active' : 'plain'}
      label={unread > 0 ? t('signals.chat.unread', { count: unread }) : t('signals.chat')}
      badge={unread}
      aria-expanded={open}
      aria-controls={panelId}
      onPointerEnter={chatPanel.prefetch}
      onFocus={chatPanel.prefetch}
      onClick={onToggle}
      className="max-sm:size-11"
    />
  )
}

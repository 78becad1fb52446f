import { useT } from '../../../platform/i18n/use-t.ts'
import { roomLink } from '../../../platform/paths.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from './call-context.ts'

/** What one sends to somebody who should come, and what is said where the browser has no clipboard for it. */
export function useInvitation(): { text: string; onRefused: () => void } {
  const t = useT()
  const { name, slug } = useCall().admitted.room
  const link = roomLink(slug)
  return { text: `${name}\n${link}`, onRefused: () => toast(t('call.invitation.link', { link }), 'failed') }
}

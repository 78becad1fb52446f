import { reactionKindSchema } from '@visavis/contracts'
import { Link2, PhoneOff, ScreenShare, ScreenShareOff, Settings, Shapes } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { plainMenu } from '../../../ui/menu-button.tsx'
import type { MenuItem } from '../../../ui/menu-items.ts'
import type { MenuPopupProps } from '../../../ui/menu-popup.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useDeviceSections } from '../hooks/use-device-sections.ts'
import { useFlipCamera } from '../hooks/use-flip-camera.ts'
import { useInvitation } from '../hooks/use-invitation.ts'
import { useLocal } from '../hooks/use-local.ts'
import { useReact } from '../hooks/use-react.ts'
import { useViewSections } from '../hooks/use-view-sections.ts'
import { reactionSigns } from '../model/reaction-signs.ts'
import { canShare } from './can-share.ts'

export interface MoreActions {
  onEndForAll: (() => void) | null
  onActivities: () => void
  onSettings: () => void
}

/** Everything that has no place in thumb reach. */
export function MoreMenu({ onEndForAll, onActivities, onSettings, ...plain }: MenuPopupProps & MoreActions) {
  const t = useT()
  const { local } = useCall()
  const sharing = useLocal().share
  const invitation = useInvitation()
  const react = useReact()
  const copy = async () => {
    if (await copyText(invitation.text)) toast(t('call.invitation.copied'))
    else invitation.onRefused()
  }
  const viewSections = useViewSections()
  const devices = useDeviceSections(['microphone', 'speaker', 'camera'])
  const flip = useFlipCamera()
  const items: MenuItem[] = [{ id: 'copy', label: t('call.invitation.copy'), icon: Link2, onAction: () => void copy() }]
  if (canShare()) {
    items.push({
      id: 'share',
      label: t(sharing ? 'call.share.stop' : 'call.share.start'),
      icon: sharing ? ScreenShareOff : ScreenShare,
      onAction: () => void local.set('share', !sharing),
    })
  }
  items.push({ id: 'activities', label: t('call.activities'), icon: Shapes, onAction: onActivities })
  items.push({ id: 'settings', label: t('call.settings'), icon: Settings, onAction: onSettings })
  const reactions = reactionKindSchema.options.map((reaction) => ({
    id: `reaction:${reaction}`,
    label: t(`signals.reaction.${reaction}`),
    sign: reactionSigns[reaction],
    onAction: () => react(reaction),
  }))
  const end: MenuItem[] = onEndForAll
    ? [{ id: 'end', label: t('call.end.button'), icon: PhoneOff, danger: true, onAction: onEndForAll }]
    : []
  const sections = [
    { items },
    { heading: t('signals.reactions'), items: reactions },
    ...flip,
    ...viewSections,
    ...devices,
    ...(end.length > 0 ? [{ items: end }] : []),
  ]
  return plainMenu.render({ ...plain, sections })
}

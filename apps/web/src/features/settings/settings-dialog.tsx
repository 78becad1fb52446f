import type { ReactNode } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AccessibilitySection } from './accessibility-section.tsx'
import { GeneralSection } from './general-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { PictureSizes } from './picture-sizes.tsx'

export interface SettingsDialogProps {
  /** What depends on where one is. */
  audio: ReactNode
  video: ReactNode
  shortcuts: ReactNode
  onClose: () => void
}

/** Everything that one may have one's own way. What is changed holds at once. */
export function SettingsDialog({ audio, video, shortcuts, onClose }: SettingsDialogProps) {
  const t = useT()
  const sections = {
    audio,
    video: (
      <>
        {video}
        <PictureSizes />
      </>
    ),
    general: <GeneralSection />,
    notifications: <NotificationsSection />,
    accessibility: <AccessibilitySection />,
    shortcuts,
  }
  const items = (['audio', 'video', 'general', 'notifications', 'accessibility', 'shortcuts'] as const).map((id) => ({
    id,
    label: t(`settings.${id}`),
    content: sections[id],
  }))
  return (
    <Dialog title={t('settings.title')} closeLabel={t('common.close')} onClose={onClose} wide>
      <div className="mt-4">
        <Tabs label={t('settings.sections')} items={items} />
      </div>
    </Dialog>
  )
}

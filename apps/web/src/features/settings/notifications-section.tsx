import { useT } from '../../platform/i18n/use-t.ts'
import { useSettings } from '../../platform/settings.ts'
import { SwitchField } from '../../ui/switch-field.tsx'
import { useChangeSettings } from './use-change-settings.ts'

export function NotificationsSection() {
  const t = useT()
  const { sounds, joinLeave, chat } = useSettings().notifications
  const change = useChangeSettings()
  return (
    <>
      <SwitchField
        label={t('settings.notifications.sounds')}
        hint={t('settings.notifications.sounds.hint')}
        checked={sounds}
        onChange={(checked) => change({ notifications: { sounds: checked } })}
      />
      <SwitchField
        label={t('settings.notifications.joinLeave')}
        checked={sounds && joinLeave}
        disabled={!sounds}
        onChange={(checked) => change({ notifications: { joinLeave: checked } })}
      />
      <SwitchField
        label={t('settings.notifications.chat')}
        hint={t('settings.notifications.chat.hint')}
        checked={chat}
        onChange={(checked) => change({ notifications: { chat: checked } })}
      />
    </>
  )
}

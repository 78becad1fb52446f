import { MicOff, X } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { buttonStyle } from '../../../ui/button-style.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useDeviceSections } from '../hooks/use-device-sections.ts'

export interface MicrophoneBannerProps {
  notice: 'dead' | 'muted-speech' | 'entered-muted'
  /** That one's microphone was off on entry has been read. */
  onRead: () => void
}

/** Says that one is not heard, though one believes it, and offers what mends it. */
export default function MicrophoneBanner({ notice, onRead }: MicrophoneBannerProps) {
  if (notice === 'dead') return <DeadMicrophone />
  return notice === 'muted-speech' ? <MutedSpeech /> : <EnteredMuted onRead={onRead} />
}

function EnteredMuted({ onRead }: { onRead: () => void }) {
  const t = useT()
  return (
    <Banner
      icon={MicOff}
      action={
        <>
          <TurnOn />
          <IconButton icon={X} label={t('common.close')} onClick={onRead} />
        </>
      }
    >
      <p role="status" className="font-strong">
        {t('call.microphone.enteredMuted')}
      </p>
    </Banner>
  )
}

function DeadMicrophone() {
  const t = useT()
  const choose = t('call.microphone.dead.choose')
  const sections = useDeviceSections(['microphone'])
  return (
    <Banner
      icon={MicOff}
      tone="attention"
      action={
        <>
          <MenuButton label={choose} sections={sections} className={buttonStyle('outline', 'small')}>
            {choose}
          </MenuButton>
          <Dismiss />
        </>
      }
    >
      <p role="alert" className="font-strong">
        {t('call.microphone.dead')}
      </p>
      <p className="text-small text-muted">{t('call.microphone.dead.advice')}</p>
    </Banner>
  )
}

function MutedSpeech() {
  const t = useT()
  return (
    <Banner
      icon={MicOff}
      tone="attention"
      action={
        <>
          <TurnOn />
          <Dismiss />
        </>
      }
    >
      <p role="alert" className="font-strong">
        {t('call.microphone.mutedSpeech')}
      </p>
    </Banner>
  )
}

function TurnOn() {
  const t = useT()
  const { local } = useCall()
  return (
    <Button variant="filled" size="small" onClick={() => void local.set('microphone', true)}>
      {t('media.microphone.turnOn')}
    </Button>
  )
}

function Dismiss() {
  const t = useT()
  const { microphone } = useCall()
  return <IconButton icon={X} label={t('call.microphone.dismiss')} onClick={microphone.dismiss} />
}

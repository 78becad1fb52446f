import { useAudioPlayback } from '@livekit/components-react'
import { VolumeX } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'

/** The browser plays no sound before the page was touched: offers the touch. */
export function SoundBanner() {
  const t = useT()
  const { canPlayAudio, startAudio } = useAudioPlayback()
  if (canPlayAudio) return null
  return (
    <Banner
      icon={VolumeX}
      tone="attention"
      action={
        <Button variant="filled" size="small" onClick={() => void startAudio()}>
          {t('call.sound.start')}
        </Button>
      }
    >
      <p role="alert" className="font-strong">
        {t('call.sound.blocked')}
      </p>
    </Banner>
  )
}

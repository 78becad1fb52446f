import { ScreenShare } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useCall } from '../hooks/call-context.ts'
import { ShareHintChoice } from './share-hint-choice.tsx'

/** That one's screen is seen by all, how it is sent, and the way to stop; the screen itself is not shown back. */
export default function SharingBanner() {
  const t = useT()
  const { local } = useCall()
  return (
    <Banner
      icon={ScreenShare}
      action={
        <>
          <ShareHintChoice />
          <Button variant="danger" size="small" onClick={() => void local.set('share', false)}>
            {t('call.share.stop')}
          </Button>
        </>
      }
    >
      <p role="status" className="font-strong">
        {t('call.share.mine')}
      </p>
    </Banner>
  )
}

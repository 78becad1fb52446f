import { EarOff, X } from 'lucide-react'
import { useState } from 'react'
import { currentLanguage } from '../../../platform/i18n/messages.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import type { HearingNews } from '../model/hearing-news.ts'

const list = (names: readonly string[]) => new Intl.ListFormat(currentLanguage()).format(names)

/** Says whom one does not hear and who does not hear oneself, after everything was tried, and what one can do. */
export function HearingBanner({ news: { unheard, unheardBy, byNobody } }: { news: HearingNews }) {
  const t = useT()
  const count = unheardBy.length
  return (
    <>
      {byNobody ? (
        <Notice text={t('hearing.byNobody')} advice={t('hearing.byNobody.advice')} />
      ) : (
        count > 0 && (
          <Notice
            text={t('hearing.unheardBy', { names: list(unheardBy), count })}
            advice={t('hearing.unheardBy.advice')}
          />
        )
      )}
      {unheard.length > 0 && (
        <Notice
          text={t('hearing.unheard', { names: list(unheard) })}
          advice={t('hearing.unheard.advice', { count: unheard.length })}
        />
      )}
    </>
  )
}

function Notice({ text, advice }: { text: string; advice: string }) {
  const t = useT()
  const [read, setRead] = useState('')
  if (read === text) return null
  return (
    <Banner
      icon={EarOff}
      tone="attention"
      action={<IconButton icon={X} label={t('common.close')} onClick={() => setRead(text)} />}
    >
      <p role="alert" className="font-strong">
        {text}
      </p>
      <p className="text-small text-muted">{advice}</p>
    </Banner>
  )
}

import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { OpenRooms } from './open-rooms.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { RecallButtons } from './recall-buttons.tsx'
import { StartPlan } from './start-plan.tsx'
import { useBreakouts } from './use-breakouts.ts'
import { useHostBreakouts } from './use-host-breakouts.ts'

/** For hosts: the plan of the breakout rooms, and once they are open who is where. */
export function BreakoutsActivity() {
  const t = useT()
  const { data, here, isError, refetch } = useBreakouts({ watch: true })
  const host = useHostBreakouts()
  const isOpen = data?.phase === 'open' || data?.phase === 'recalling'
  const isPlanned = data !== undefined && data.rooms.length > 0

  const footer = () => {
    if (isOpen) return <RecallButtons breakouts={data} onRecall={host.recall} busy={host.busy} />
    return (
      <Button variant="filled" className="w-full" busy={host.busy} onClick={host.open}>
        {t('breakouts.openRooms')}
      </Button>
    )
  }
  const content = () => {
    if (data === undefined) {
      if (!isError) return <Spinner />
      const retry = (
        <Button size="small" onClick={() => void refetch()}>
          {t('common.retry')}
        </Button>
      )
      return <Notice title={t('breakouts.failed')} action={retry} />
    }
    if (!isPlanned) return <StartPlan breakouts={data} host={host} />
    if (isOpen) return <OpenRooms breakouts={data} host={host} hereId={here?.id ?? null} />
    return <PlanEditor breakouts={data} host={host} />
  }
  return (
    <>
      <div className="flex flex-1 flex-col gap-4 px-1.5">{content()}</div>
      {isPlanned && (
        <div className="sticky -bottom-3 -mx-3 -mb-3 border-t border-line bg-sunken px-4.5 py-3.5">{footer()}</div>
      )}
    </>
  )
}

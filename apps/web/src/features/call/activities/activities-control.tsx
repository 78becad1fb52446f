import { Shapes } from 'lucide-react'
import { Suspense, useState, useSyncExternalStore } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useCall } from '../hooks/call-context.ts'
import { activitiesPanel } from '../panel/lazy-panels.ts'
import { panelId } from '../panel/panel-id.ts'
import type { ActivitiesDoor } from './activities.ts'

const news = lazyOverlay(async () => ({ default: (await import('./activity-news.tsx')).ActivityNews }))

/** Opens and closes the panel of activities; its badge counts what waits for an answer. A phone has it under "more". */
export function ActivitiesControl({ door }: { door: ActivitiesDoor }) {
  const t = useT()
  const late = useCall().activities
  const activities = useSyncExternalStore(late.subscribe, late.get)
  const [count, setCount] = useState(0)
  return (
    <>
      <div className="hidden lg:block">
        <ControlButton
          icon={Shapes}
          look={door.isOpen ? 'active' : 'plain'}
          label={t(count > 0 ? 'call.activities.waiting' : 'call.activities', { count })}
          badge={count}
          aria-expanded={door.isOpen}
          aria-controls={panelId}
          onPointerEnter={activitiesPanel.prefetch}
          onFocus={activitiesPanel.prefetch}
          onClick={door.toggle}
        />
      </div>
      {activities && (
        <Suspense fallback={null}>
          <news.Component activities={activities} door={door} onCount={setCount} />
        </Suspense>
      )}
    </>
  )
}

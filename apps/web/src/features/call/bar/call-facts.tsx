import { formatTime } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useCall } from '../hooks/call-context.ts'
import { usePeople } from '../hooks/use-people.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'

/** The room's name, the time of day and how many are here. */
export function CallFacts() {
  const t = useT()
  const { name } = useCall().admitted.room
  const { locked } = useSharedState()
  const count = usePeople().length
  const time = formatTime(new Date(useNow(1000)))
  return (
    <div className="min-w-0">
      <p className="truncate font-strong" title={name}>
        {name}
      </p>
      <p className="truncate text-small tabular text-muted">
        {t('call.facts', { time, count })}
        {locked && ` · ${t('call.locked')}`}
      </p>
    </div>
  )
}

import type { PollView, PollResults as Results } from '@visavis/contracts'
import { Check } from 'lucide-react'
import { useT } from '../../../../platform/i18n/use-t.ts'

/** How many chose what: in words and numbers, and as a bar beside them. */
export function PollResults({ poll: { options, mine }, results }: { poll: PollView; results: Results }) {
  const t = useT()
  const { voters, counts } = results
  return (
    <ul aria-label={t('activities.polls.results')} className="flex flex-col gap-3">
      {options.map((option, index) => {
        const count = counts[index] ?? 0
        const percent = voters === 0 ? 0 : Math.round((count / voters) * 100)
        const isMine = mine?.choices.includes(index) ?? false
        return (
          <li key={option}>
            <p className="flex items-baseline gap-2">
              <span dir="auto" className="min-w-0 flex-1 wrap-anywhere">
                {option}
                {isMine && (
                  <span className="ml-2 inline-flex items-center gap-1 text-small whitespace-nowrap text-brand">
                    <Check aria-hidden="true" size={14} />
                    {t('activities.polls.result.mine')}
                  </span>
                )}
              </span>
              <span className="shrink-0 text-small tabular text-muted">
                {t('activities.polls.result', { count, percent })}
              </span>
            </p>
            <div aria-hidden="true" className="mt-1 h-2 overflow-hidden rounded-full border border-field-line">
              <div
                data-meter
                className="h-full bg-brand transition-[width] duration-200 motion-reduce:transition-none"
                style={{ width: `${percent}%` }}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

import { TriangleAlert } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'

/** Beside the name of a guest that is an agent's of the room or its call: the host is to look twice. */
export function Namesake() {
  const t = useT()
  return (
    <span className="inline-flex shrink-0 items-center gap-1 rounded-full border border-attention-line bg-attention-soft px-2 text-small font-strong whitespace-nowrap text-on-attention-soft">
      <TriangleAlert aria-hidden="true" size={14} />
      {t('names.namesake')}
    </span>
  )
}

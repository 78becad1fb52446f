import { TriangleAlert } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'

/** Beside the name of a guest that is an agent's of this call or its room: they may be somebody else. */
export function NamesakeMark() {
  const t = useT()
  return (
    <p className="flex w-fit max-w-full shrink-0 items-center gap-1 rounded-full border border-transparent bg-attention px-2 text-small font-strong text-on-attention">
      <TriangleAlert aria-hidden="true" size={14} className="shrink-0" />
      <span className="@max-[30rem]:sr-only">{t('names.namesake')}</span>
    </p>
  )
}

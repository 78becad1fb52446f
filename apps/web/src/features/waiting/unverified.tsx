import { useT } from '../../platform/i18n/use-t.ts'

/** Beside a name that is nobody's word but its bearer's: whoever decides must not miss it. */
export function Unverified() {
  const t = useT()
  return (
    <span className="shrink-0 rounded-full border border-transparent bg-attention px-2.5 text-small font-strong whitespace-nowrap text-on-attention">
      {t('common.unverified')}
    </span>
  )
}

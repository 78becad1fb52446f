import { useT } from '../../platform/i18n/use-t.ts'

/** The words of a list panel that do not depend on what it lists. */
export function useListLabels(search: string) {
  const t = useT()
  return { search, loading: t('common.loading'), retry: t('common.retry'), more: t('common.more') }
}

import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useCall } from '../hooks/call-context.ts'

/** All who are here are without video, and hidden by one's own choice: says so, with the way back. */
export function NobodyShown() {
  const t = useT()
  const { view } = useCall()
  return (
    <div className="panel-in absolute inset-0 m-auto flex h-fit w-fit max-w-sm flex-col items-center gap-4 p-4 text-center">
      <p className="text-muted">{t('call.view.nobody')}</p>
      <Button onClick={() => view.toggle('hideWithoutVideo')}>{t('call.view.showEverybody')}</Button>
    </div>
  )
}

import type { Agent } from '@visavis/contracts'
import { Plus, Video } from 'lucide-react'
import { useState } from 'react'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { prefetchDialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CreateRoomDialog } from './room-settings-dialogs.tsx'
import { useMeetNow } from './rooms-queries.ts'

/** The greeting, and the two ways to a room. */
export function DashboardHeader({ agent }: { agent: Agent }) {
  const t = useT()
  const [creating, setCreating] = useState(false)
  const { meetNow, isPending, error } = useMeetNow()
  const problem = error && problemText(t, toProblem(error))
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <h1 className="text-title">{t('dashboard.hello', { name: agent.displayName })}</h1>
        <div className="flex flex-wrap-reverse gap-3 max-sm:w-full max-sm:*:flex-1">
          <Button onClick={() => setCreating(true)} onPointerEnter={prefetchDialog} onFocus={prefetchDialog}>
            <Plus aria-hidden="true" size={20} />
            {t('dashboard.newRoom')}
          </Button>
          <Button variant="filled" busy={isPending} onClick={meetNow}>
            {!isPending && <Video aria-hidden="true" size={20} />}
            {t('dashboard.meetNow')}
          </Button>
        </div>
      </header>
      {problem && <Notice title={problem.title} text={problem.advice} />}
      {creating && <CreateRoomDialog onClose={() => setCreating(false)} />}
    </>
  )
}

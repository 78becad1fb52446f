import { DoorClosed, Hourglass, LogOut, MonitorSmartphone, PhoneOff, ShieldX, UserX } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { formatDuration } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { announce } from '../../ui/announcer.tsx'
import { MessageScreen } from '../../ui/message-screen.tsx'
import type { CallEnd } from './model/call-end.ts'

/** Waiting is no end: the page goes back to the lobby. Nor is a move. */
export type ShownEnd = Exclude<CallEnd, 'waiting' | 'moved'>

export interface EndScreenProps {
  end: ShownEnd
  /** How long one was in the call; null for those who never were. */
  lastedMs: number | null
  /** The ways on, the obvious one first. */
  actions: ReactNode
}

const pictures = {
  left: LogOut,
  ended: PhoneOff,
  removed: UserX,
  elsewhere: MonitorSmartphone,
  refused: ShieldX,
  unavailable: DoorClosed,
  full: DoorClosed,
  nobodyCame: Hourglass,
} as const

/** What happened, and what one can do now. */
export function EndScreen({ end, lastedMs, actions }: EndScreenProps) {
  const t = useT()
  const Picture = pictures[end]
  // The screen that had the focus is gone.
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.querySelector('h1')?.focus(), [])
  // Nobody expects it: it must not wait until something else has been read out. The title has the focus, and is read as well.
  const removed = end === 'removed' ? t('call.over.removed.text') : null
  useEffect(() => {
    if (removed) announce(removed, 'assertive')
  }, [removed])
  return (
    <div ref={ref} className="m-auto w-full">
      <MessageScreen
        picture={<Picture size={40} aria-hidden="true" />}
        title={t(`call.over.${end}.title`)}
        text={
          <>
            <p>{t(`call.over.${end}.text`)}</p>
            {lastedMs !== null && <p>{t('call.over.lasted', { duration: formatDuration(lastedMs / 1000) })}</p>}
          </>
        }
        actions={actions}
      />
    </div>
  )
}

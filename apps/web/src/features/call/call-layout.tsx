import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { isHost } from '../../platform/livekit/person.ts'
import type { ActivitiesDoor } from './activities/activities.ts'
import { Banners } from './banners/banners.tsx'
import { ControlBar } from './bar/control-bar.tsx'
import { ParticipantsControl } from './bar/participants-control.tsx'
import { ChatControl } from './chat/chat-control.tsx'
import { TypingAhead } from './chat/typing-ahead.tsx'
import { useChatNews } from './chat/use-chat-news.ts'
import { useCall } from './hooks/call-context.ts'
import { useAnnounceConnection } from './hooks/use-announce-connection.ts'
import { useOwnRole } from './hooks/use-own-role.ts'
import { useShortcuts } from './hooks/use-shortcuts.ts'
import { LaterAnnouncements } from './later-announcements.tsx'
import { Moderating } from './moderation/moderating.tsx'
import { activitiesPanel, chatPanel, endDialog, participantsPanel } from './panel/lazy-panels.ts'
import { PhoneHeader } from './phone-header.tsx'
import { shortcutsDialog } from './shortcuts/lazy-shortcuts.ts'
import { Stage } from './stage/stage.tsx'
import { ClocksNotice } from './timer/clocks-notice.tsx'

export interface CallLayoutProps {
  waitingCount: number
  /** Who waits, for the top of the participants panel. */
  waiting: ReactNode
  /** The same in one line, shown while that panel is closed. */
  renderWaitingLine: (openPanel: () => void) => ReactNode
  renderSettings: (onClose: () => void) => ReactNode
  prefetchSettings: () => void
  renderRules: (onClose: () => void) => ReactNode
}

type OpenPanel = 'participants' | 'chat' | 'activities'

/** Header on a phone, lines that tell something, the stage with its panel, and the controls. */
export function CallLayout({ waitingCount, waiting, ...render }: CallLayoutProps) {
  const t = useT()
  const { connection, moves, shownActivity } = useCall()
  const { room } = connection.getAdmitted()
  const hosting = isHost(useOwnRole())
  // A host who visits breakout rooms goes on managing them.
  const [panel, setPanel] = useState<OpenPanel | null>(moves.getNotes().panelOpen ? 'activities' : null)
  useEffect(() => moves.note({ panelOpen: panel === 'activities' }), [moves, panel])
  const toggle = (which: OpenPanel) => setPanel((open) => (open === which ? null : which))
  const [ending, setEnding] = useState(false)
  const [listing, setListing] = useState(false)
  const [setting, setSetting] = useState(false)
  const [ruling, setRuling] = useState(false)
  const main = useRef<HTMLElement>(null)
  useEffect(() => main.current?.focus(), [])
  const toggleParticipants = () => toggle('participants')
  useAnnounceConnection()
  useChatNews(panel === 'chat')
  useShortcuts({ participants: toggleParticipants, help: () => setListing(true) })

  const activities: ActivitiesDoor = {
    isOpen: panel === 'activities',
    open: (id) => {
      if (id) shownActivity.set(id)
      setPanel('activities')
    },
    toggle: () => toggle('activities'),
  }
  const panels = (
    <>
      <ParticipantsControl open={panel === 'participants'} waitingCount={waitingCount} onToggle={toggleParticipants} />
      <ChatControl open={panel === 'chat'} onToggle={() => toggle('chat')} />
    </>
  )
  return (
    <div data-surface="stage" className="fixed inset-0 flex flex-col">
      <LaterAnnouncements />
      <PhoneHeader panels={panels} />
      <main
        ref={main}
        tabIndex={-1}
        aria-label={t('call.main', { room: room.name })}
        className="flex min-h-0 flex-1 gap-3 px-2 pt-1 sm:px-3 sm:pt-3"
      >
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <Banners
            waitingLine={panel !== 'participants' && render.renderWaitingLine(() => setPanel('participants'))}
            onBreakouts={hosting && panel !== 'activities' ? () => activities.open('breakouts') : null}
          />
          <ClocksNotice onOpen={() => activities.open('clocks')} />
          <Stage />
        </div>
        {panel === 'participants' && (
          <Suspense fallback={null}>
            <participantsPanel.Component
              mayRemove={hosting}
              waiting={waiting}
              onRules={() => setRuling(true)}
              onClose={() => setPanel(null)}
            />
          </Suspense>
        )}
        {panel === 'activities' && (
          <Suspense fallback={null}>
            <activitiesPanel.Component onClose={() => setPanel(null)} />
          </Suspense>
        )}
        {panel === 'chat' && (
          <Suspense fallback={<TypingAhead />}>
            <chatPanel.Component onClose={() => setPanel(null)} />
          </Suspense>
        )}
      </main>
      <ControlBar
        onEndForAll={hosting ? () => setEnding(true) : null}
        panels={panels}
        activities={activities}
        settings={{ open: () => setSetting(true), prefetch: render.prefetchSettings }}
      />
      {ending && (
        <Suspense fallback={null}>
          <endDialog.Component onClose={() => setEnding(false)} />
        </Suspense>
      )}
      <Moderating />
      {setting && <Suspense fallback={null}>{render.renderSettings(() => setSetting(false))}</Suspense>}
      {ruling && <Suspense fallback={null}>{render.renderRules(() => setRuling(false))}</Suspense>}
      {listing && (
        <Suspense fallback={null}>
          <shortcutsDialog.Component onClose={() => setListing(false)} />
        </Suspense>
      )}
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import type { Agent, LobbySnapshot } from '@visavis/contracts'
import { Suspense } from 'react'
import { DashboardHeader } from '../features/dashboard/dashboard-header.tsx'
import { NobodyWaits } from '../features/dashboard/nobody-waits.tsx'
import { RoomsPanel } from '../features/dashboard/rooms-panel.tsx'
import { refreshRooms } from '../features/dashboard/rooms-queries.ts'
import { RoomLinkForm } from '../features/home/room-link-form.tsx'
import { waitingPeople } from '../features/waiting/lazy-waiting.ts'
import { useDecide } from '../features/waiting/use-decide.ts'
import { useWaiting } from '../features/waiting/use-waiting.ts'
import { useT } from '../platform/i18n/use-t.ts'
import { usePageTitle } from '../platform/page-title.ts'
import { RoomRules } from './room-rules.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { useAgent } from './use-agent.ts'

/** An agent's start: my rooms, who waits, and a way into any other room. */
export default function DashboardPage() {
  const agent = useAgent()
  return agent ? <Dashboard agent={agent} /> : <SignInScreen />
}

function Dashboard({ agent }: { agent: Agent }) {
  const t = useT()
  const client = useQueryClient()
  const lobby = useWaiting({ enabled: true, onRoomsChanged: () => void refreshRooms(client) })
  usePageTitle(lobby.waiting.length > 0 ? t('waiting.count', { count: lobby.waiting.length }) : t('dashboard.myRooms'))
  return (
    <div className="mx-auto grid w-full max-w-7xl items-start gap-x-8 gap-y-6 px-4 py-6 sm:px-8 lg:grid-cols-[minmax(0,1fr)_21rem] lg:py-9">
      <div className="contents lg:flex lg:flex-col lg:gap-6">
        <div className="flex flex-col gap-4">
          <DashboardHeader agent={agent} />
        </div>
        <div className="max-lg:order-3">
          <RoomsPanel renderRules={(room, onClose) => <RoomRules room={room} onClose={onClose} />} />
        </div>
      </div>
      <aside aria-label={t('dashboard.aside')} className="contents lg:flex lg:flex-col lg:gap-6">
        <div className={lobby.waiting.length > 0 ? 'max-lg:order-2' : 'max-lg:hidden'}>
          <WaitingCard lobby={lobby} />
        </div>
        <div className="rounded-card border border-line bg-surface p-5 max-lg:order-4">
          <RoomLinkForm />
        </div>
      </aside>
    </div>
  )
}

function WaitingCard({ lobby }: { lobby: LobbySnapshot }) {
  const decisions = useDecide()
  if (lobby.waiting.length === 0) return <NobodyWaits />
  return (
    <Suspense fallback={null}>
      <waitingPeople.Component lobby={lobby} showRoom {...decisions} />
    </Suspense>
  )
}

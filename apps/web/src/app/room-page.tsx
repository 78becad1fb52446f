import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { createLocalMedia } from '../platform/media/local-media.ts'
import { useLocalMedia } from '../platform/media/use-local-media.ts'
import { toProblem } from '../platform/problem.ts'
import { PaperFrame } from './paper-frame.tsx'
import { ProblemScreen } from './problem-screen.tsx'
import { arrivalQuery } from './room/arrival.ts'
import { CallPart } from './room/call-part.tsx'
import { EntryPart } from './room/entry-part.tsx'
import { OverPart } from './room/over-part.tsx'
import { useRoomEntry } from './room/use-room-entry.ts'

/** The page of a room, by its address. */
export default function RoomPage() {
  const slug = useLocation()[0].replaceAll('/', '')
  return <RoomOf key={slug} slug={slug} />
}

/** Composes prejoin, lobby, call and what comes after it. */
function RoomOf({ slug }: { slug: string }) {
  const [media] = useState(createLocalMedia)
  const queryClient = useQueryClient()
  const { data: arrival, error, refetch } = useQuery(arrivalQuery(slug))
  // What was true before the call need not be now.
  function restart() {
    void queryClient.resetQueries(arrivalQuery(slug))
    entry.restart()
  }
  const arrived = arrival !== undefined
  const entry = useRoomEntry(slug, arrived, media.take)
  const now = entry.entry
  const missing = arrival?.room === null
  const mediaState = useLocalMedia(media, (now.at === 'prejoin' || now.at === 'lobby') && !missing)

  if (now.at === 'call') return <CallPart session={now.session} Screen={now.Screen} />

  const agent = arrival?.agent ?? null
  const over = now.at === 'over' ? now : missing ? { end: 'unavailable' as const, lastedMs: null } : null
  const content = () => {
    if (over) return <OverPart slug={slug} agent={agent} onRestart={restart} end={over.end} lastedMs={over.lastedMs} />
    if (error && !arrival) return <ProblemScreen problem={toProblem(error)} onRetry={() => void refetch()} />
    return <EntryPart slug={slug} entry={entry} arrival={arrival} media={media} mediaState={mediaState} />
  }
  return <PaperFrame footer={false}>{content()}</PaperFrame>
}

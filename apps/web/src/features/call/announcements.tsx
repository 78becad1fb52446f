import { useAnnounceHands } from './hooks/use-announce-hands.ts'
import { useAnnouncePeople } from './hooks/use-announce-people.ts'
import { useAnnounceReactions } from './hooks/use-announce-reactions.ts'
import { useDeviceNews } from './hooks/use-device-news.ts'
import { type CallPerson, usePeople } from './hooks/use-people.ts'
import { useRulesNews } from './hooks/use-rules-news.ts'

export interface AnnouncementsProps {
  /** Who was there when one came in. */
  present: readonly CallPerson[]
}

/** Tells what happens in the call to who does not see it, or looks elsewhere. Draws nothing itself; comes once one is in. */
export function Announcements({ present }: AnnouncementsProps) {
  const people = usePeople()
  useAnnouncePeople(people, present)
  useAnnounceHands(people)
  useAnnounceReactions(people)
  useRulesNews()
  useDeviceNews()
  return null
}

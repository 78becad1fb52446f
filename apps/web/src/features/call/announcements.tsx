import { useChatNews } from './chat/use-chat-news.ts'
import { useAnnounceHands } from './hooks/use-announce-hands.ts'
import { useAnnounceReactions } from './hooks/use-announce-reactions.ts'
import { useAnnounceConnection, useAnnouncePeople } from './hooks/use-announcements.ts'
import { useDeviceNews } from './hooks/use-device-news.ts'
import { usePeople } from './hooks/use-people.ts'
import { useRulesNews } from './hooks/use-rules-news.ts'

/** Tells what happens in the call to who does not see it, or looks elsewhere. Draws nothing itself. */
export function Announcements({ chatOpen }: { chatOpen: boolean }) {
  const people = usePeople()
  useAnnouncePeople(people)
  useAnnounceConnection()
  useAnnounceHands(people)
  useAnnounceReactions(people)
  useRulesNews()
  useDeviceNews()
  useChatNews(chatOpen)
  return null
}

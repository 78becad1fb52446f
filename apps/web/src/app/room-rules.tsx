import { useQueryClient } from '@tanstack/react-query'
import type { Room } from '@visavis/contracts'
import { refreshRooms } from '../features/dashboard/rooms-queries.ts'
import { RulesDialog } from '../features/rules/rules-dialog.tsx'
import { useChangedRules } from '../features/rules/use-changed-rules.ts'

/** The rules of one of my rooms, from the dashboard. */
export function RoomRules({ room, onClose }: { room: Room; onClose: () => void }) {
  const client = useQueryClient()
  const { slug, accessLevel, settings } = room
  const [rules, change] = useChangedRules(slug, { accessLevel, settings }, () => void refreshRooms(client))
  return <RulesDialog {...rules} onChange={change} onClose={onClose} />
}

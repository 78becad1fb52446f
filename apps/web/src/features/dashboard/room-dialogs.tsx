import type { Room } from '@visavis/contracts'
import { DeleteRoomDialog } from './delete-room-dialog.tsx'
import { GiveAwayDialog } from './give-away-dialog.tsx'
import { MembersDialog } from './members-dialog.tsx'
import { EditRoomDialog } from './room-settings-dialogs.tsx'

const dialogs = {
  edit: EditRoomDialog,
  members: MembersDialog,
  giveAway: GiveAwayDialog,
  delete: DeleteRoomDialog,
}

/** What is being done to which room; held above the rows, which come and go. */
export interface RoomTask {
  kind: keyof typeof dialogs
  room: Room
}

/** The dialog of a task. */
export function RoomDialog({ task, onClose }: { task: RoomTask; onClose: () => void }) {
  const Dialog = dialogs[task.kind]
  return <Dialog room={task.room} onClose={onClose} />
}

import type { Room } from '@visavis/contracts'
import type { ReactNode } from 'react'
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

export type RenderRules = (room: Room, onClose: () => void) => ReactNode

/** What is being done to which room; held above the rows, which come and go. */
export interface RoomTask {
  kind: keyof typeof dialogs | 'rules'
  room: Room
}

/** The dialog of a task. */
export function RoomDialog({
  task,
  renderRules,
  onClose,
}: {
  task: RoomTask
  renderRules: RenderRules
  onClose: () => void
}) {
  if (task.kind === 'rules') return renderRules(task.room, onClose)
  const Dialog = dialogs[task.kind]
  return <Dialog room={task.room} onClose={onClose} />
}

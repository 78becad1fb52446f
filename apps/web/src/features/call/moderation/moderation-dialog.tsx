import { RenameDialog } from '../names/rename-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import type { ModerationTask } from './moderation-task.ts'
import { MuteAllDialog } from './mute-all-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { UnmakeCohostDialog } from './unmake-cohost-dialog.tsx'

const dialogs = {
  remove: RemoveDialog,
  report: ReportDialog,
  handOver: HandOverDialog,
  unmakeCohost: UnmakeCohostDialog,
  rename: RenameDialog,
}

/** The question of a task. */
export function ModerationDialog({ task, onClose }: { task: ModerationTask; onClose: () => void }) {
  if (task.kind === 'muteAll') return <MuteAllDialog onClose={onClose} />
  const Dialog = dialogs[task.kind]
  return <Dialog person={task.person} onClose={onClose} />
}

import { MicOff } from 'lucide-react'
import { type FaultProps, FaultWords } from './fault-words.tsx'

/** A microphone that gives nothing, said below the picture. */
export function FaultNotice(props: FaultProps) {
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-card border border-attention-line bg-attention-soft p-3.5">
      <MicOff aria-hidden="true" size={20} className="shrink-0 text-on-attention-soft" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-3">
        <FaultWords {...props} />
      </div>
    </div>
  )
}

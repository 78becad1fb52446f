import { useReactions } from '../hooks/use-reactions.ts'
import { reactionSigns } from '../model/reaction-signs.ts'

const lanes = 5

/** Somebody's reactions, rising beside their face. Screen readers are told by the announcer. */
export function TileReactions({ identity }: { identity: string }) {
  const own = useReactions().filter((reaction) => reaction.identity === identity)
  if (own.length === 0) return null
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden rounded-card">
      {own.map(({ id, reaction }) => (
        <span
          key={id}
          data-reaction={reaction}
          style={{ right: `${0.5 + (id % lanes) * 1.75}rem` }}
          className="reaction-float absolute bottom-10 text-display"
        >
          {reactionSigns[reaction]}
        </span>
      ))}
    </div>
  )
}

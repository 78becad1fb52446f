import { useT } from '../../../platform/i18n/use-t.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useHeard } from '../hooks/use-heard.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useSpeaking } from '../hooks/use-speaking.ts'
import type { Rect } from '../model/grid.ts'
import { TileMenu } from './tile-menu.tsx'
import { TileName } from './tile-name.tsx'
import { TilePicture } from './tile-picture.tsx'
import { TileReactions } from './tile-reactions.tsx'
import { TileRemark } from './tile-remark.tsx'
import { TileSigns } from './tile-signs.tsx'
import { WeakRemark } from './weak-remark.tsx'

export interface TileProps {
  person: CallPerson
  rect: Rect
  /** Their camera is not shown, to spare the device. */
  spared: boolean
}

/** One person on the stage: picture or initials, name, and a ring while they speak. */
export function Tile({ person, rect, spared }: TileProps) {
  const t = useT()
  const { participant, identity, name, color } = person
  return (
    <li
      data-participant-identity={identity}
      style={{ width: rect.width, height: rect.height, transform: `translate(${rect.x}px, ${rect.y}px)` }}
      className="group/tile @container-[size] absolute top-0 left-0 flex items-center justify-center rounded-card border border-transparent bg-surface transition-[transform,width,height] duration-200"
    >
      <TilePicture person={person} tile={rect} spared={spared}>
        {/* In a small tile the name takes the lower part, of a low one almost half. */}
        <span className="flex @max-[12rem]:mb-[min(40cqh,3rem)]">
          <Avatar name={name} color={color} size="tile" />
        </span>
      </TilePicture>
      <SpeakingRing identity={identity} />
      <TileReactions identity={identity} />
      {/* The corner beside it is the menu's. */}
      <div className="pointer-events-none absolute inset-x-2 top-2 flex flex-wrap items-start gap-1.5 pr-10 text-small @max-[12rem]:inset-x-1 @max-[12rem]:top-1">
        <TileSigns identity={identity} />
        {participant ? <WeakRemark participant={participant} /> : <TileRemark>{t('call.tile.away')}</TileRemark>}
      </div>
      <TileName person={person} muted={!useHeard(person)} />
      <TileMenu person={person} />
    </li>
  )
}

function SpeakingRing({ identity }: { identity: string }) {
  const speaking = useSpeaking(identity)
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'pointer-events-none absolute -inset-px rounded-card outline-3 outline-speaking transition-opacity duration-150',
        speaking ? 'opacity-100' : 'opacity-0',
      )}
    />
  )
}

import { EllipsisVertical, Mic, MicOff, Star, StarOff, Volume2 } from 'lucide-react'
import { memo, Suspense, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { canSetVolume } from '../../../platform/media/can-set-volume.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import type { MenuItem } from '../../../ui/menu-items.ts'
import { useHeard } from '../hooks/use-heard.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useQuality } from '../hooks/use-quality.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { usePinItem } from '../hooks/use-tile-section.ts'
import { useView } from '../hooks/use-view.ts'
import { useVolume } from '../hooks/use-volume.ts'
import { isWeak } from '../model/quality.ts'
import { personPopup } from '../moderation/person-popup.tsx'
import { namesakeMark } from '../names/lazy-names.ts'
import { mayRename } from '../names/may-rename.ts'
import { QualityBars } from '../tiles/quality-bars.tsx'
import { VolumeSlider } from './volume-slider.tsx'

/** What a host can do with somebody; null where one may not. The rest is in the menu's own code. */
export interface PersonRowActions {
  onSpotlight: ((identity: string | null) => void) | null
}

export interface PersonRowProps extends PersonRowActions {
  person: CallPerson
}

/** One line of the list: who, in what role, heard or not, and what one can do. */
export const PersonRow = memo(({ person, onSpotlight }: PersonRowProps) => {
  const t = useT()
  const { name, role, verified, namesake, color, isLocal, identity } = person
  const heard = useHeard(person)
  const pinned = useView().pinned.includes(identity)
  const pin = usePinItem(person)
  const quality = useQuality(person.participant)
  const [volume] = useVolume(identity)
  const [adjusting, setAdjusting] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const remarks = [
    ...(role === 'participant' ? [] : [t(`people.role.${role}`)]),
    ...(verified ? [] : [t('common.unverified')]),
    ...(isWeak(quality) ? [t(`call.quality.${quality}`)] : []),
    ...(pinned ? [t('call.tile.pinned')] : []),
    ...(volume === 1 || adjusting ? [] : [t('people.volume.remark', { volume })]),
  ]
  const Icon = heard ? Mic : MicOff
  const shared = useSharedState()
  const inSpotlight = shared.spotlight === identity
  const hasOwnItems = isLocal && mayRename(person, shared, role)
  const items: MenuItem[] = isLocal ? [] : [pin]
  if (onSpotlight) {
    items.push({
      id: 'spotlight',
      label: t(inSpotlight ? 'people.spotlight.end' : 'people.spotlight.put'),
      icon: inSpotlight ? StarOff : Star,
      onAction: () => onSpotlight(inSpotlight ? null : identity),
    })
  }
  if (!isLocal && canSetVolume()) {
    items.push({ id: 'volume', label: t('people.volume.change'), icon: Volume2, onAction: () => setAdjusting(true) })
  }
  const stopAdjusting = () => {
    setAdjusting(false)
    row.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }
  return (
    <div ref={row} className="flex min-h-13 flex-wrap items-center gap-x-3 py-1 pl-1.5">
      <Avatar name={name} color={color} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-left" title={name}>
          {isLocal ? t('call.tile.you', { name }) : name}
        </p>
        {remarks.length > 0 && <p className="text-small text-muted first-letter:uppercase">{remarks.join(' · ')}</p>}
        {namesake && (
          <div className="my-1">
            <Suspense fallback={null}>
              <namesakeMark.Component />
            </Suspense>
          </div>
        )}
      </div>
      <QualityBars participant={person.participant} />
      <Icon aria-hidden="true" size={20} className={heard ? 'shrink-0' : 'shrink-0 text-muted'} />
      <span className="sr-only">{t(heard ? 'people.unmuted' : 'call.tile.muted')}</span>
      {items.length === 0 && !hasOwnItems ? (
        <span className="w-11 shrink-0" />
      ) : (
        <MenuButton
          label={t('people.actions', { name })}
          sections={[{ items }]}
          popup={personPopup(person)}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-surface aria-expanded:bg-surface"
        >
          <EllipsisVertical aria-hidden="true" size={20} />
        </MenuButton>
      )}
      {adjusting && <VolumeSlider person={person} onClose={stopAdjusting} />}
    </div>
  )
})

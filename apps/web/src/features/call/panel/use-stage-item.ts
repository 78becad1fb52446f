import { type TrackSourceName, trackSources } from '@visavis/contracts'
import { Track } from 'livekit-client'
import { Megaphone, MicVocal } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { mayPublish } from '../../../platform/livekit/may-publish.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import type { MenuItem } from '../../../ui/menu-items.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'

/** Puts somebody on stage or takes them off it; where only hosts say who may speak, lets them. Null where it is not needed. */
export function useStageItem(
  { participant, role, identity }: CallPerson,
  onGrant: ((identity: string, sources: TrackSourceName[]) => void) | null,
): MenuItem | null {
  const t = useT()
  const { settings } = useSharedState()
  if (onGrant === null || participant === null || isHost(role)) return null
  const speaks = mayPublish(participant, Track.Source.Microphone)
  const item = { id: 'stage', icon: settings.stage ? Megaphone : MicVocal }
  if (!settings.stage) {
    const label = t('call.floor.give')
    return speaks ? null : { ...item, label, onAction: () => onGrant(identity, ['microphone']) }
  }
  const label = t(speaks ? 'call.stage.takeOff' : 'call.stage.invite')
  return { ...item, label, onAction: () => onGrant(identity, speaks ? [] : [...trackSources]) }
}

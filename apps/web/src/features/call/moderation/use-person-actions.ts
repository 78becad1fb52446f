import { askToSpeak, type ModeratedSource, setParticipantRole, stopSource } from '@visavis/contracts'
import { Track } from 'livekit-client'
import {
  ArrowRightLeft,
  Crown,
  Flag,
  Megaphone,
  MicOff,
  PenLine,
  ScreenShareOff,
  UserMinus,
  UserRound,
  VideoOff,
} from 'lucide-react'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import type { MenuItem, MenuSection } from '../../../ui/menu-items.ts'
import { useCall } from '../hooks/call-context.ts'
import { useHeard } from '../hooks/use-heard.ts'
import { useOwnRole } from '../hooks/use-own-role.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useLivePublication } from '../hooks/use-publication.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { mayRename } from '../names/may-rename.ts'
import { useModerate } from './use-moderate.ts'
import { useStageItem } from './use-stage-item.ts'

const stopIcons = { microphone: MicOff, camera: VideoOff, share: ScreenShareOff }

/** What one may do to somebody in the call: as a host to what they send and are, as anybody report them. */
export function usePersonActions(person: CallPerson): MenuSection[] {
  const role = useOwnRole()
  const flow = useFlowItems(person)
  const roles = [...useRenameItems(person), ...useRoleItems(person)]
  const ends = useEndItems(person)
  const sections = person.isLocal ? [roles] : isHost(role) ? [flow, roles, ends] : [ends]
  return sections.filter((items) => items.length > 0).map((items) => ({ items }))
}

/** What they send. */
function useFlowItems(person: CallPerson): MenuItem[] {
  const t = useT()
  const { mutate } = useModerate()
  const { callId } = useCall().connection.getAdmitted()
  const { identity, name, participant } = person
  const params = { callId, identity }
  const heard = useHeard(person)
  const camera = useLivePublication(participant, Track.Source.Camera) !== null
  const share = useLivePublication(participant, Track.Source.ScreenShare) !== null
  const stage = useStageItem(person)
  const stop = (source: ModeratedSource): MenuItem => ({
    id: source,
    label: t(`moderation.stop.${source}`),
    icon: stopIcons[source],
    onAction: () =>
      mutate({
        ask: () => callApi(stopSource, { params, body: { source } }),
        done: () => t(`moderation.stopOf.${source}.done`, { name }),
      }),
  })
  const ask: MenuItem = {
    id: 'ask',
    label: t('moderation.ask'),
    icon: Megaphone,
    onAction: () =>
      mutate({ ask: () => callApi(askToSpeak, { params }), done: () => t('moderation.ask.done', { name }) }),
  }
  return [
    ...stage,
    ...(heard ? [stop('microphone')] : participant ? [ask] : []),
    ...(camera ? [stop('camera')] : []),
    ...(share ? [stop('share')] : []),
  ]
}

/** What they are called, where that is nobody's word but theirs. */
function useRenameItems(person: CallPerson): MenuItem[] {
  const t = useT()
  const { moderating } = useCall()
  const label = t(person.isLocal ? 'names.renameMyself' : 'names.rename')
  const rename = { id: 'rename', label, icon: PenLine, onAction: () => moderating.set({ kind: 'rename', person }) }
  return mayRename(person, useSharedState(), useOwnRole()) ? [rename] : []
}

/** Who hosts: the owner's to decide; a co-host may stop being one. */
function useRoleItems(person: CallPerson): MenuItem[] {
  const t = useT()
  const { mutate } = useModerate()
  const { connection, moderating } = useCall()
  const own = useOwnRole()
  const { identity, name, role, verified, isLocal } = person
  const unmake: MenuItem = {
    id: 'unmake',
    label: t(isLocal ? 'moderation.cohost.leave' : 'moderation.cohost.unmake'),
    icon: UserRound,
    onAction: () => moderating.set({ kind: 'unmakeCohost', person }),
  }
  if (isLocal) return own === 'cohost' ? [unmake] : []
  if (own !== 'owner') return []
  const params = { callId: connection.getAdmitted().callId, identity }
  const make: MenuItem = {
    id: 'make',
    label: t('moderation.cohost.make'),
    icon: Crown,
    disabled: !verified,
    ...(!verified && { detail: t('moderation.cohost.make.guest') }),
    onAction: () =>
      mutate({
        ask: () => callApi(setParticipantRole, { params, body: { role: 'cohost' } }),
        done: () => t('moderation.cohost.make.done', { name }),
      }),
  }
  const handOver: MenuItem = {
    id: 'handOver',
    label: t('moderation.handOver'),
    icon: ArrowRightLeft,
    onAction: () => moderating.set({ kind: 'handOver', person }),
  }
  return [role === 'cohost' ? unmake : make, ...(verified ? [handOver] : [])]
}

/** What ends it with them. */
function useEndItems(person: CallPerson): MenuItem[] {
  const t = useT()
  const { moderating } = useCall()
  const hosting = isHost(useOwnRole())
  const item = (kind: 'report' | 'remove', label: string, icon: typeof Flag): MenuItem => ({
    id: kind,
    label,
    icon,
    danger: kind === 'remove',
    onAction: () => moderating.set({ kind, person }),
  })
  const report = item('report', t('moderation.report'), Flag)
  const remove = item('remove', t('moderation.remove.button'), UserMinus)
  return hosting && person.role !== 'owner' ? [report, remove] : [report]
}

import { grantSources, trackSources } from '@visavis/contracts'
import { Track } from 'livekit-client'
import { MicVocal } from 'lucide-react'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { mayPublish } from '../../../platform/livekit/may-publish.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import type { MenuItem } from '../../../ui/menu-items.ts'
import { useCall } from '../hooks/call-context.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { useModerate } from './use-moderate.ts'

/** Invites somebody on stage, or takes them off it; nothing for hosts, who are there anyway, and where there is no stage. */
export function useStageItem({ participant, role, identity, name }: CallPerson): MenuItem[] {
  const t = useT()
  const { mutate } = useModerate()
  const { callId } = useCall().connection.getAdmitted()
  const { settings } = useSharedState()
  if (!settings.stage || participant === null || isHost(role)) return []
  const there = mayPublish(participant, Track.Source.Microphone)
  const sources = there ? [] : [...trackSources]
  const item: MenuItem = {
    id: 'stage',
    label: t(there ? 'moderation.stage.takeOff' : 'moderation.stage.invite'),
    icon: MicVocal,
    onAction: () =>
      mutate({
        ask: () => callApi(grantSources, { params: { callId, identity }, body: { sources } }),
        done: () => t(there ? 'moderation.stage.takeOff.done' : 'moderation.stage.invite.done', { name }),
      }),
  }
  return [item]
}

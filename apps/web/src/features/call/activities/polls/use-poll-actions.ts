import { deletePoll, movePoll, type PollView, votePoll } from '@visavis/contracts'
import { callApi } from '../../../../platform/api.ts'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { announce } from '../../../../ui/announcer.tsx'
import { useCall } from '../../hooks/call-context.ts'
import { useAsking } from '../use-asking.ts'
import type { PollStore } from './poll-store.ts'

/** What one does with a poll: everybody votes, hosts lead it. */
export function usePollActions(store: PollStore, { id: pollId }: Pick<PollView, 'id'>) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const params = { callId, pollId }
  const { ask, busy } = useAsking(() => void store.refresh())
  return {
    busy,
    move: (state: 'open' | 'closed' | 'published') =>
      ask(async () => store.put(await callApi(movePoll, { params, body: { state } }))),
    vote: (answer: { choices: number[]; text?: string }, onDone: () => void) =>
      ask(async () => {
        store.put(await callApi(votePoll, { params, body: answer }))
        announce(t('activities.polls.voted'))
        onDone()
      }),
    remove: (onDone: () => void) =>
      ask(async () => {
        await callApi(deletePoll, { params })
        store.drop(pollId)
        onDone()
      }),
  }
}

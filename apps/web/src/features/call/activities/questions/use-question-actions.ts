import { type QuestionState, type QuestionView, settleQuestion, voteQuestion } from '@visavis/contracts'
import { callApi } from '../../../../platform/api.ts'
import { useCall } from '../../hooks/call-context.ts'
import { useAsking } from '../use-asking.ts'
import type { QuestionStore } from './question-store.ts'

/** What one does with a question: everybody votes it up, hosts settle it. */
export function useQuestionActions(store: QuestionStore, { id: questionId }: Pick<QuestionView, 'id'>) {
  const { callId } = useCall().connection.getAdmitted()
  const params = { callId, questionId }
  const { ask, busy } = useAsking(() => void store.refresh())
  return {
    busy,
    vote: (up: boolean) => ask(async () => store.put(await callApi(voteQuestion, { params, body: { up } }))),
    settle: (state: QuestionState, answer?: string, onDone?: () => void) =>
      ask(async () => {
        store.put(await callApi(settleQuestion, { params, body: { state, ...(answer && { answer }) } }))
        onDone?.()
      }),
  }
}

import { type ReactionKind, sendReaction } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from './call-context.ts'

/** Sends a reaction; one sees one's own when the others do. */
export function useReact(): (reaction: ReactionKind) => void {
  const t = useT()
  const { callId, identity } = useCall().connection.getAdmitted()
  return (reaction) =>
    void callApi(sendReaction, { params: { callId }, body: { identity, reaction } }).catch((error: unknown) =>
      toast(problemText(t, toProblem(error)).title, 'failed'),
    )
}

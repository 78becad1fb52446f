import { useMutation } from '@tanstack/react-query'
import { decideEntries, type LobbyEntry } from '@visavis/contracts'
import { useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { idsByRoom } from './newcomers.ts'

export type Decision = 'admit' | 'deny'

export interface Decide {
  decide: (decision: Decision, entries: readonly LobbyEntry[]) => void
  /** Entries decided here whose going the stream has not told yet: their buttons rest. */
  pending: ReadonlySet<string>
}

/** Lets people in or turns them away. The stream tells the outcome; a failure is told here and can be tried again. */
export function useDecide(): Decide {
  const t = useT()
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const { mutate } = useMutation({
    mutationFn: async ({ decision, entries }: { decision: Decision; entries: readonly LobbyEntry[] }) => {
      const rooms = [...idsByRoom(entries)]
      await Promise.all(
        rooms.map(([slug, entryIds]) => callApi(decideEntries, { params: { slug }, body: { decision, entryIds } })),
      )
    },
    onMutate: ({ entries }) => setPending((ids) => ids.union(new Set(entries.map(({ id }) => id)))),
    onError: (error, { entries }) => {
      setPending((ids) => ids.difference(new Set(entries.map(({ id }) => id))))
      toast(problemText(t, toProblem(error)).title, 'failed')
    },
  })
  return { decide: (decision, entries) => mutate({ decision, entries }), pending }
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Agenda, type Clocks, getAgenda } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'

const noAgenda: Agenda = { edition: 0, items: [] }

/** All items of the agenda, asked for again whenever the call's state says that they or their times have changed. */
export const agendaQuery = (callId: string, clocks: Clocks | undefined) => {
  const { edition = 0, agenda = null } = clocks ?? {}
  return queryOptions({
    queryKey: ['agenda', callId, edition, agenda?.itemId, agenda?.clock.since],
    queryFn: ({ signal }) =>
      edition === 0 ? Promise.resolve(noAgenda) : callApi(getAgenda, { params: { callId }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

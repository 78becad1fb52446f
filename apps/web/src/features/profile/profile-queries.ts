import { queryOptions } from '@tanstack/react-query'
import { getProfile, listSessions } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => callApi(getProfile, { signal }),
})

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => callApi(listSessions, { signal }),
})

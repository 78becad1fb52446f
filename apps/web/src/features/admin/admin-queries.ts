import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AdminRoom, type AdminUser, adminListRooms, adminListUsers } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import type { PagedQuery } from '../../platform/use-paged-list.ts'

/** Every room, last used first. */
export const allRooms = (search: string): PagedQuery<AdminRoom> => ({
  queryKey: ['admin', 'rooms', search],
  fetchPage: (cursor, signal) => callApi(adminListRooms, { query: { cursor, search }, signal }),
})

/** Every agent, by name. */
export const allUsers = (search: string): PagedQuery<AdminUser> => ({
  queryKey: ['admin', 'users', search],
  fetchPage: (cursor, signal) => callApi(adminListUsers, { query: { cursor, search }, signal }),
})

/** A change by an administrator; rooms name their owners and users count their rooms, so both lists are asked for again. */
export function useAdminChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['admin'] }),
  })
}

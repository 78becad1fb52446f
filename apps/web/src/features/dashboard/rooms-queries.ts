import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type BodyInputOf, createRoom, listBans, listMembers, listRooms, type Room } from '@visavis/contracts'
import { useLocation } from 'wouter'
import { callApi } from '../../platform/api.ts'
import { roomPath } from '../../platform/paths.ts'
import type { PagedQuery } from '../../platform/use-paged-list.ts'

/** My rooms, last used first. */
export const myRooms = (search: string): PagedQuery<Room> => ({
  queryKey: ['rooms', search],
  fetchPage: (cursor, signal) => callApi(listRooms, { query: { cursor, search }, signal }),
})

export const membersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['members', slug],
    queryFn: ({ signal }) => callApi(listMembers, { params: { slug }, signal }),
  })

export const bansQuery = (slug: string) =>
  queryOptions({
    queryKey: ['bans', slug],
    queryFn: ({ signal }) => callApi(listBans, { params: { slug }, signal }),
  })

/** After any change, or a hint from the server, the list is what the server says. */
export const refreshRooms = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['rooms'] })

/** A change to my rooms; the list is asked for again once it has succeeded. */
export function useRoomChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => void refreshRooms(client) })
}

/** Meet now: a new room, and straight on to its door. */
export function useMeetNow() {
  const [, navigate] = useLocation()
  const create = useRoomChange((body: BodyInputOf<typeof createRoom>) => callApi(createRoom, { body }))
  return { ...create, meetNow: () => create.mutate({}, { onSuccess: ({ slug }: Room) => navigate(roomPath(slug)) }) }
}

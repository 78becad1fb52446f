import { queryOptions } from '@tanstack/react-query'
import { type Agent, getRoom, type RoomPreview } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { me } from '../../platform/me.ts'
import { toProblem } from '../../platform/problem.ts'

/** What the prejoin shows: what the holder of the link may know of its room, and who is asking. */
export interface Arrival {
  /** Null: there is no such room. */
  room: RoomPreview | null
  agent: Agent | null
}

const askAgainEveryMs = 3000

async function knownRoom(slug: string, signal: AbortSignal) {
  try {
    return await callApi(getRoom, { params: { slug }, signal })
  } catch (error) {
    if (toProblem(error).code === 'not_found') return null
    throw error
  }
}

async function knownAgent() {
  try {
    return await me.load()
  } catch (error) {
    // So that the next try asks again.
    me.forget()
    throw error
  }
}

export const arrivalQuery = (slug: string) =>
  queryOptions({
    queryKey: ['arrival', slug],
    queryFn: async ({ signal }): Promise<Arrival> => {
      const [room, agent] = await Promise.all([knownRoom(slug, signal), knownAgent()])
      return { room, agent }
    },
    // What one was shown stays while one reads it; a join asks the API anyway.
    refetchOnWindowFocus: false,
    // Whether one is in the call on another page must not go on being said when one no longer is.
    refetchInterval: ({ state }) => (state.data?.room?.elsewhere ? askAgainEveryMs : false),
  })

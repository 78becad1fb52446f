import {
  type Admitted,
  dataTopics,
  listPolls,
  listQuestions,
  pollNewsSchema,
  questionNewsSchema,
} from '@visavis/contracts'
import type { Room } from 'livekit-client'
import { callApi } from '../../../platform/api.ts'
import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { onServerData } from '../../../platform/livekit/server-data.ts'
import type { Connection } from '../model/connection.ts'
import type { Late } from '../model/late.ts'
import type { Activities } from './activities.ts'
import { createPollStore } from './polls/poll-store.ts'
import { createQuestionStore } from './questions/question-store.ts'

/** A whole call learns at once that there is something to ask for, or is connected anew: they ask within this time. */
const askWithinMs = 1500

/** Follows what happens in the activities of a call. Returns how to stop. */
export async function followActivities(
  room: Room,
  connection: Connection,
  { callId }: Admitted,
  late: Late<Activities>,
): Promise<() => void> {
  await loadCatalogues(['activities'])
  const params = { callId }
  const polls = createPollStore(async () => (await callApi(listPolls, { params })).polls)
  const questions = createQuestionStore(() => callApi(listQuestions, { params }))
  const timers = new Set<ReturnType<typeof setTimeout>>()
  function soon(refresh: () => Promise<void>) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      void refresh()
    }, Math.random() * askWithinMs)
    timers.add(timer)
  }

  let connected = true
  const stops = [
    onServerData(room, dataTopics.poll, (value) => pollNewsSchema.safeParse(value), polls.hear),
    onServerData(
      room,
      dataTopics.questions,
      (value) => questionNewsSchema.safeParse(value),
      (news) => {
        if (questions.hear(news)) soon(questions.refresh)
      },
    ),
    connection.subscribe(() => {
      const isConnected = connection.getState().phase === 'connected'
      if (isConnected && !connected) {
        soon(polls.refresh)
        soon(questions.refresh)
      }
      connected = isConnected
    }),
    polls.stop,
    questions.stop,
  ]
  void polls.refresh()
  void questions.refresh()
  late.set({ polls, questions })
  return () => {
    for (const stop of stops) stop()
    for (const timer of timers) clearTimeout(timer)
  }
}

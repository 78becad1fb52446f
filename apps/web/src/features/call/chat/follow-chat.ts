import {
  type Admitted,
  chatMessageSchema,
  dataTopics,
  deleteMessage,
  editMessage,
  listMessages,
  sendMessage,
} from '@visavis/contracts'
import type { Room } from 'livekit-client'
import { callApi } from '../../../platform/api.ts'
import { onServerData } from '../../../platform/livekit/server-data.ts'
import { whenIdle } from '../../../platform/when-idle.ts'
import type { Connection } from '../model/connection.ts'
import { type ChatStore, createChatStore } from './chat-store.ts'

/** The chat of a call, by the API. */
export function createChat({ callId, identity }: Admitted): ChatStore {
  const params = { callId }
  return createChatStore(
    {
      list: (before, limit) => callApi(listMessages, { params, query: { identity, limit, ...(before && { before }) } }),
      send: (message) => callApi(sendMessage, { params, body: { identity, ...message } }),
      edit: (messageId, text) => callApi(editMessage, { params: { callId, messageId }, body: { text } }),
      delete: (messageId) => callApi(deleteMessage, { params: { callId, messageId } }),
    },
    identity,
  )
}

/** Takes in what the server sends, and on each connection what was missed without one. Returns how to stop. */
export function followChat(room: Room, connection: Connection, chat: ChatStore): () => void {
  const stopData = onServerData(room, dataTopics.chat, (value) => chatMessageSchema.safeParse(value), chat.receive)
  let connected = false
  const stopConnection = connection.subscribe(() => {
    const isConnected = connection.getState().phase === 'connected'
    // Nobody reads before they see.
    if (isConnected && !connected) whenIdle(() => void chat.refresh())
    connected = isConnected
  })
  return () => {
    stopData()
    stopConnection()
  }
}

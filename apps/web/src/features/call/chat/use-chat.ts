import { useSyncExternalStore } from 'react'
import { useCall } from '../hooks/call-context.ts'
import type { ChatState, ChatStore } from './chat-store.ts'

/** The chat of the call one is in, and what one may do in it. */
export function useChat(): { chat: ChatStore; state: ChatState } {
  const { chat } = useCall()
  return { chat, state: useSyncExternalStore(chat.subscribe, chat.getState) }
}

import { useSyncExternalStore } from 'react'
import type { ConnectionState } from '../model/connection.ts'
import { useCall } from './call-context.ts'

export function useConnectionState(): ConnectionState {
  const { connection } = useCall()
  return useSyncExternalStore(connection.subscribe, connection.getState)
}

import { useEffect, useEffectEvent, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import { isBroken } from '../model/connection.ts'
import { useConnectionState } from './use-connection-state.ts'

/** Tells screen readers that the connection went and came back. */
export function useAnnounceConnection(): void {
  const t = useT()
  const broken = isBroken(useConnectionState())
  const wasBroken = useRef(false)
  const tell = useEffectEvent((broken: boolean) => {
    if (broken) announce(t('call.connection.lost'), 'assertive')
    else if (wasBroken.current) announce(t('call.connection.back'))
    wasBroken.current = broken
  })
  useEffect(() => tell(broken), [broken])
}

import { useEffect, useRef } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'

/** Says that the request has arrived. Takes the focus: the button that was pressed is gone. */
export function LobbyHeading({ roomName }: { roomName: string }) {
  const t = useT()
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <>
      <p className="text-small text-muted sm:text-body">{roomName}</p>
      <h1 ref={ref} tabIndex={-1} className="text-title">
        {t('lobby.told')}
      </h1>
    </>
  )
}

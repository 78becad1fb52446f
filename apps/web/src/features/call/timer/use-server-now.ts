import { useEffect, useState } from 'react'
import { useCall } from '../hooks/call-context.ts'

/** Seconds shall change for everybody at once, and not when each page happens to look. */
const lookEveryMs = 200

/** The server's clock, in milliseconds since 1970, as it runs. */
export function useServerNow(): number {
  const { serverNow } = useCall().shared
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), lookEveryMs)
    return () => clearInterval(timer)
  }, [serverNow])
  return now
}

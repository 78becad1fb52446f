/** Why a camera or microphone gives nothing; each has its own words and its own way out. */
export type MediaFault =
  /** The visitor, or the site's settings in the browser, said no. */
  | 'denied'
  /** The browser itself may not use it: the operating system says no. */
  | 'system-denied'
  /** The question was closed without an answer; asking again is possible. */
  | 'dismissed'
  | 'missing'
  /** Another program holds the device. */
  | 'busy'
  /** Browsers give devices to https pages and localhost only. */
  | 'insecure'
  | 'unsupported'
  | 'failed'

const byName: Partial<Record<string, MediaFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** What an error of getUserMedia means (https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia). */
export function faultOf(error: unknown): MediaFault {
  if (!(error instanceof Error)) return 'failed'
  const fault = byName[error.name] ?? 'failed'
  // Chrome and Firefox word it so; there is no other way to tell.
  if (fault === 'denied' && /by (the )?(system|operating system|platform)/i.test(error.message)) return 'system-denied'
  if (fault === 'denied' && /dismissed/i.test(error.message)) return 'dismissed'
  return fault
}

/** What is wrong before any device is asked for, or null. */
export function environmentFault(): MediaFault | null {
  if (!window.isSecureContext) return 'insecure'
  return 'mediaDevices' in navigator ? null : 'unsupported'
}

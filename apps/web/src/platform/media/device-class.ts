import { isApple } from '../apple.ts'

/** What a browser tells of the machine it runs on; browsers round it, and some keep it to themselves. */
export interface DeviceFacts {
  /** Processors as the system counts them. */
  cores: number | undefined
  memoryGb: number | undefined
  phone: boolean
  apple: boolean
}

/**
 * Whether a device has its hands full with 720p: encoding it in three sizes takes most of one processor of a simple phone
 * or of an office machine with two. What is unknown speaks for the device; the slowest of Apple's in use are fast.
 */
export function isWeakDevice({ cores = Infinity, memoryGb = Infinity, phone, apple }: DeviceFacts): boolean {
  if (apple) return false
  return memoryGb <= 2 || cores <= (phone ? 4 : 2)
}

/** The machine that this page runs on. */
export function thisDevice(): DeviceFacts {
  const { hardwareConcurrency, userAgent } = navigator
  const memoryGb =
    'deviceMemory' in navigator && typeof navigator.deviceMemory === 'number' ? navigator.deviceMemory : undefined
  return { cores: hardwareConcurrency, memoryGb, phone: /Android|Mobile/.test(userAgent), apple: isApple() }
}

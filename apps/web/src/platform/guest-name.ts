import { displayNameSchema } from '@visavis/contracts'
import { remember, remembered } from './storage.ts'

/** The name that a guest gave in this browser the last time, without the number that a call put behind it. */
export const rememberedName = (): string => remembered('guest-name') ?? ''

export const rememberName = (name: string): void => remember('guest-name', name)

export type NameFault = 'missing' | 'tooLong'

/** A name as the API will keep it, or what is wrong with it. */
export function checkName(text: string): { name: string } | { fault: NameFault } {
  const parsed = displayNameSchema.safeParse(text)
  if (parsed.success) return { name: parsed.data }
  return { fault: parsed.error.issues.some(({ code }) => code === 'too_big') ? 'tooLong' : 'missing' }
}

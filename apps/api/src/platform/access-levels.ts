import type { AccessLevel, RoomRole } from '@visavis/contracts'

const strictness: readonly AccessLevel[] = ['open', 'trusted', 'restricted']

/** The level that holds for a room: its own, or the next stricter one that the operator's policy allows. */
export function effectiveAccessLevel(level: AccessLevel, allowed: readonly AccessLevel[]): AccessLevel {
  return strictness.slice(strictness.indexOf(level)).find((candidate) => allowed.includes(candidate)) ?? 'restricted'
}

/** The level of a new room. */
export const defaultAccessLevel = (allowed: readonly AccessLevel[]) => effectiveAccessLevel('trusted', allowed)

/** Whether somebody comes in without asking a host: by the room's effective level, their role in it, and being signed in. */
export function mayEnterDirectly(caller: {
  accessLevel: AccessLevel
  role: RoomRole | null
  signedIn: boolean
}): boolean {
  if (caller.role !== null || caller.accessLevel === 'open') return true
  return caller.accessLevel === 'trusted' && caller.signedIn
}

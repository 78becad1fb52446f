import type { AccessLevel } from '@visavis/contracts'
import { Globe, Lock, type LucideIcon, UsersRound } from 'lucide-react'

/** One picture per access level, always beside its words. */
export const accessLevelIcons: Record<AccessLevel, LucideIcon> = { open: Globe, trusted: UsersRound, restricted: Lock }

import * as z from 'zod/mini'

/** `open`: whoever has the link; `trusted`: agents enter, guests wait; `restricted`: members enter, all others wait. */
export const accessLevelSchema = z.enum(['open', 'trusted', 'restricted'])
export type AccessLevel = z.infer<typeof accessLevelSchema>

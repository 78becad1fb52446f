import * as z from 'zod/mini'

/** Ten lower-case letters from a cryptographic source, written `abc-defg-hij`. */
export const slugSchema = z.string().check(z.regex(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/))

export const emailSchema = z.email().check(z.maxLength(254), z.toLowerCase())

/** An instant as RFC 3339 with offset Z. */
export const instantSchema = z.iso.datetime()

export const slugParams = z.object({ slug: slugSchema })

/** Query of a list: an opaque cursor, a page size, a search text. */
export const pageQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25),
  search: z.optional(z.string().check(z.maxLength(100), z.trim())),
})

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) })

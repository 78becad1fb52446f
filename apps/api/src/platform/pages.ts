import { z } from 'zod'
import { ProblemError } from './problems.ts'

/** What a caller asks of a list; `cursor` is what the page before gave. */
export interface PageRequest {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly search?: string | undefined
}

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor: string | null
}

/**
 * Reads where the page before ended; null for the first page.
 * @throws {ProblemError} `invalid_request` for a cursor that this list did not give.
 */
export function readCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | null {
  if (cursor === undefined) return null
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new ProblemError('invalid_request', {
      cause,
      fields: [{ path: 'querystring.cursor', message: 'is not a cursor of this list' }],
    })
  }
}

/** Makes a page of `limit + 1` rows read: the one too many only says that there is more. */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => unknown): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(cursorOf(last))).toString('base64url') : null }
}

/** The pattern for `ilike` that finds `search` anywhere; null when there is nothing to look for. Postgres takes no NUL. */
export function containing(search: string | undefined): string | null {
  const text = search?.replaceAll('\0', '') ?? ''
  return text === '' ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

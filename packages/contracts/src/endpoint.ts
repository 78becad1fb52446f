import type * as z from 'zod/mini'
import type { ProblemCode } from './problems.ts'

/**
 * Who may call an endpoint. The API refuses everybody else before the handler runs; `anyone` handlers decide by
 * session and room access level and answer with an outcome.
 */
export type Policy =
  | 'anyone'
  | 'agent'
  | 'room-host'
  | 'room-owner'
  | 'call-host'
  | 'call-owner'
  | 'call-participant'
  | 'meeting-host'
  | 'meeting-viewer'
  | 'administrator'
  | 'sfu'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** An endpoint as data. `path` is relative to `apiPrefix`; `response: null` is 204; `stream` is a server-sent event stream. */
export interface Endpoint {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly policy: Policy
  readonly params?: z.ZodMiniObject
  readonly query?: z.ZodMiniObject
  readonly body?: z.ZodMiniType
  readonly response: z.ZodMiniType | null
  /** Status of the expected answer; 200, or 204 when `response` is null. */
  readonly status?: 200 | 201 | 302
  readonly problems: readonly ProblemCode[]
  readonly stream?: true
  /** The answer is a file of this type, and `response` null. */
  readonly file?: 'text/csv' | 'text/calendar' | 'application/json'
}

export const apiPrefix = '/api/v1'

/** Declares an endpoint and keeps its literal types, so that both ends infer params, body and response from it. */
// Without this note to the bundler a page would carry endpoints that it never calls.
/* @__NO_SIDE_EFFECTS__ */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

type Out<S> = S extends z.ZodMiniType ? z.output<S> : undefined
type In<S> = S extends z.ZodMiniType ? z.input<S> : undefined

/** What the API answers, as both ends see it. */
export type ResponseOf<E extends Endpoint> = E['response'] extends z.ZodMiniType ? z.output<E['response']> : undefined
export type ParamsOf<E extends Endpoint> = Out<E['params']>
export type QueryOf<E extends Endpoint> = Out<E['query']>
export type BodyOf<E extends Endpoint> = Out<E['body']>
/** What a caller may send: defaults left out, values before normalisation. */
export type QueryInputOf<E extends Endpoint> = In<E['query']>
export type BodyInputOf<E extends Endpoint> = In<E['body']>

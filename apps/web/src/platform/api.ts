import {
  apiPrefix,
  type BodyInputOf,
  type Endpoint,
  type ParamsOf,
  problemSchema,
  type QueryInputOf,
  type ResponseOf,
} from '@visavis/contracts'
import { ProblemError } from './problem.ts'
import { compareClocks } from './server-clock.ts'

type Part<K extends string, T> = [T] extends [undefined] ? unknown : { [key in K]: T }

/** What an endpoint needs from its caller: only the parts that it declares. */
export type InputOf<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryInputOf<E>> &
  Part<'body', BodyInputOf<E>> & { signal?: AbortSignal | undefined }

type AnyInput = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal | undefined
}

/** The URL of an endpoint on our own origin, with its params and query filled in. */
export function urlOf(endpoint: Endpoint, { params = {}, query = {} }: AnyInput = {}): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) search.set(key, String(value))
  }
  return `${apiPrefix}${path}${search.size > 0 ? `?${search}` : ''}`
}

/**
 * Calls an endpoint of the contracts and parses what comes back with its schema.
 * Throws `ProblemError`; an abort is passed on as the browser throws it.
 */
export async function callApi<E extends Endpoint>(endpoint: E, input: InputOf<E> & AnyInput): Promise<ResponseOf<E>> {
  const response = await send(endpoint, input)
  compareClocks(response.headers.get('date'))
  if (!response.ok) throw await problemOf(response)
  // The types are inferred from the schema that parses here, which TypeScript cannot see through the generic.
  return (
    endpoint.response === null ? undefined : await readBody(response, endpoint.response, input.signal)
  ) as ResponseOf<E>
}

async function readBody(
  response: Response,
  schema: NonNullable<Endpoint['response']>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const parsed = schema.safeParse(await readJson(response, signal))
  if (parsed.success) return parsed.data
  throw new ProblemError('unreadable_response', { status: response.status, cause: parsed.error })
}

async function send(endpoint: Endpoint, input: AnyInput): Promise<Response> {
  try {
    return await fetch(urlOf(endpoint, input), {
      method: endpoint.method,
      signal: input.signal ?? null,
      headers: { accept: 'application/json', ...(endpoint.body && { 'content-type': 'application/json' }) },
      ...(endpoint.body && { body: JSON.stringify(input.body) }),
    })
  } catch (cause) {
    if (input.signal?.aborted) throw cause
    throw new ProblemError('network', { cause })
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const parsed = problemSchema.safeParse(await readJson(response).catch(() => undefined))
  if (parsed.success) return new ProblemError(parsed.data.code, parsed.data)
  // A proxy in between answered instead of the API.
  return new ProblemError(response.status >= 502 && response.status <= 504 ? 'network' : 'unreadable_response', {
    status: response.status,
  })
}

async function readJson(response: Response, signal?: AbortSignal): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new ProblemError('network', { status: response.status, cause })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ProblemError('unreadable_response', { status: response.status, cause })
  }
}

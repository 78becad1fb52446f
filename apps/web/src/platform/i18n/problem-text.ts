import type { FailureCode, ProblemError } from '../problem.ts'
import type { Translate } from './use-t.ts'

/** Codes whose cause a visitor need not tell apart share one text. */
const sharedText = {
  origin_refused: 'forbidden',
  entry_refused: 'forbidden',
  method_not_allowed: 'internal',
  unsupported_media_type: 'internal',
  webhook_refused: 'internal',
  unexpected: 'internal',
  unreadable_response: 'internal',
} as const satisfies Partial<Record<FailureCode, FailureCode>>

/** In the catalogue of every page: they are said when nothing more can be loaded. The others come with `problems`. */
const alwaysThere = ['network', 'stale_page', 'internal'] as const

type TextCode = Exclude<FailureCode, keyof typeof sharedText>
type AlwaysThere = (typeof alwaysThere)[number]

const isAlwaysThere = (code: TextCode): code is AlwaysThere => alwaysThere.some((known) => known === code)

const textCodeOf = (code: FailureCode): TextCode =>
  code in sharedText ? sharedText[code as keyof typeof sharedText] : (code as TextCode)

/** What a person is told about a problem: what happened, and what one can do. The only place that words the codes. */
export function problemText(t: Translate, problem: ProblemError): { title: string; advice: string } {
  const code = textCodeOf(problem.code)
  const text = isAlwaysThere(code) ? (`common.problem.${code}` as const) : (`problems.${code}` as const)
  return { title: t(`${text}.title`), advice: t(`${text}.advice`, { seconds: problem.retryAfterSeconds ?? 60 }) }
}

/** The line to read out or copy to whoever helps: code and request id, never in the main text. */
export function problemReference(t: Translate, { code, requestId }: Pick<ProblemError, 'code' | 'requestId'>): string {
  return requestId ? t('common.problem.reference', { code, requestId }) : t('common.problem.code', { code })
}

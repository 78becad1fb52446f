import type { Question, QuestionNews, QuestionView } from '@visavis/contracts'
import type { Question as Row } from '../../generated/prisma/client.ts'

/** LiveKit recommends at most 15 kB for a data message. */
const mostMessageBytes = 14_000

/** As everybody may see it. */
export function toQuestion({ authorName, verified, voteCount, ...row }: Row): Question {
  return {
    id: row.id,
    revision: row.revision,
    text: row.text,
    state: row.state,
    author: authorName === null ? null : { name: authorName, verified },
    votes: voteCount,
    answer: row.answer,
    askedAt: row.askedAt.toISOString(),
  }
}

export const toView = (row: Row, more: { own: boolean; voted: boolean }): QuestionView => ({
  ...toQuestion(row),
  ...more,
})

/** What is told of questions that changed, as much of it as goes into one message. */
export function newsOf(rows: readonly Row[], anonymous: boolean): QuestionNews {
  const gone = rows.filter(({ state }) => state === 'dismissed').map(({ id }) => id)
  const news: QuestionNews = { questions: [], gone, settings: { anonymous }, more: false }
  let bytes = Buffer.byteLength(JSON.stringify(news))
  for (const row of rows) {
    if (row.state === 'dismissed') continue
    const question = toQuestion(row)
    bytes += Buffer.byteLength(JSON.stringify(question)) + 1
    if (bytes > mostMessageBytes) return { ...news, more: true }
    news.questions.push(question)
  }
  return news
}

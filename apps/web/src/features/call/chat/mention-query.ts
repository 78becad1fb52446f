/** What has been typed of a name: where its `@` stands, and the letters after it. */
export interface MentionQuery {
  readonly at: number
  readonly query: string
}

/** The mention that is being typed right before the caret; null when there is none. */
export function mentionBefore(text: string, caret: number): MentionQuery | null {
  const found = /(?:^|\s)@([^\s@]{0,30})$/u.exec(text.slice(0, caret))
  const query = found?.[1]
  return query === undefined ? null : { at: caret - query.length - 1, query }
}

const shownAtMost = 6

/** The names in which a word begins with the query. */
export function namesFor(query: string, names: readonly string[]): string[] {
  const begun = query.toLocaleLowerCase()
  const fits = (name: string) => ` ${name.toLocaleLowerCase()}`.includes(` ${begun}`)
  return [...new Set(names)].filter(fits).slice(0, shownAtMost)
}

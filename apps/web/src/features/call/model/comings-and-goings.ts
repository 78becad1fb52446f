/** Who came and who left within one moment, by name. */
export interface News {
  came: readonly string[]
  left: readonly string[]
}

type Names = ReadonlyMap<string, string>

/**
 * Gathers who came and who left, by identity, and tells it as one piece of news `afterMs` after the first. Who left and
 * came back in between, or the other way round, is no news.
 */
export function createComingsAndGoings(tell: (news: News) => void, afterMs = 1000) {
  const came = new Map<string, string>()
  const left = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function move(people: Names, others: Names, into: Map<string, string>, outOf: Map<string, string>) {
    for (const [identity, name] of people) {
      if (!others.has(identity) && !outOf.delete(identity)) into.set(identity, name)
    }
  }
  function flush() {
    timer = undefined
    const news = { came: [...came.values()], left: [...left.values()] }
    came.clear()
    left.clear()
    if (news.came.length + news.left.length > 0) tell(news)
  }

  return {
    /** The people before and now, names by identity. */
    note(before: Names, now: Names): void {
      move(now, before, came, left)
      move(before, now, left, came)
      if (came.size + left.size > 0) timer ??= setTimeout(flush, afterMs)
    },
    stop: () => clearTimeout(timer),
  }
}

/** How a list of names is said: one, two, or two and how many others. */
export function listOf(names: readonly string[]) {
  const [first = '', second = '', ...others] = names
  if (names.length <= 1) return { size: 'one', values: { first } } as const
  if (others.length === 0) return { size: 'two', values: { first, second } } as const
  return { size: 'many', values: { first, second, count: others.length } } as const
}

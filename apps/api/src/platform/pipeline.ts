import pg from 'pg'

const lineCount = 2

/**
 * Left to itself, Postgres plans a long statement with a name anew each time, for its values: that took three times as
 * long as the statement itself. Ours look up by index whatever the values are.
 */
export const plannedOnce = 'set plan_cache_mode = force_generic_plan'

/**
 * Short statements, many of them under way at once on each of two connections. One write to a socket, and one read, then
 * carries several of them, and Postgres need not be woken for each: a join costs a quarter less than over the pool. Not
 * for transactions, nor for what may wait for the disk or somebody's lock: everybody behind it would wait, too.
 */
export interface Pipeline {
  /** `text` is a constant of the program: each connection prepares it once, and keeps it. */
  query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<Row>>
  close(): Promise<void>
}

/** A connection that is made when it is first needed, and again after it was lost. */
function createLine(config: pg.ClientConfig, onLost: (error: Error) => void) {
  let line: Promise<pg.Client> | undefined

  function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...config, pipeline: true })
    const connecting = client
      .connect()
      .then(() => client.query(`set time zone 'UTC'; ${plannedOnce}`))
      .then(() => client)
    const forget = () => {
      if (line === connecting) line = undefined
    }
    // A lost connection tells more than once.
    client.on('error', (error) => {
      if (line === connecting) onLost(error)
      forget()
    })
    client.on('end', forget)
    connecting.catch(forget)
    return connecting
  }

  return {
    get: () => (line ??= connect()),
    async close() {
      const client = await line?.catch(() => undefined)
      await client?.end()
    },
  }
}

/** Opens no connection yet. `onLost` hears of connections that the server ended. */
export function createPipeline(config: pg.ClientConfig, onLost: (error: Error) => void): Pipeline {
  const lines = Array.from({ length: lineCount }, () => createLine(config, onLost))
  const names = new Map<string, string>()
  let turn = 0

  function nameOf(text: string): string {
    const name = names.get(text) ?? `pipeline-${names.size}`
    names.set(text, name)
    return name
  }

  return {
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[]) {
      turn = (turn + 1) % lineCount
      const line = await lines[turn]?.get()
      if (line === undefined) throw new Error('there is no line')
      return await line.query<Row>({ name: nameOf(text), text, values })
    },
    async close() {
      await Promise.all(lines.map((line) => line.close()))
    },
  }
}

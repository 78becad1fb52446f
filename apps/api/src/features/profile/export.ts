import { newRoomsSchema, settingsSchema } from '@visavis/contracts'
import type { User } from '../../generated/prisma/client.ts'
import { type ExportDeps, exportParts } from './export-parts.ts'

const accountOf = ({ nameKey: _key, settings, newRooms, ...account }: User) => ({
  ...account,
  settings: settingsSchema.parse(settings),
  newRooms: newRoomsSchema.parse(newRooms),
})

/** Everything that is stored about an agent as the text of one JSON object, piece by piece: never all of it in memory. */
export async function* exportOf(deps: ExportDeps, agent: User): AsyncGenerator<string> {
  yield `{\n"format": "visavis-export-1",\n"exportedAt": ${JSON.stringify(new Date())},\n`
  yield `"account": ${JSON.stringify(accountOf(agent))}`
  for (const [name, rows] of Object.entries(exportParts(deps, agent))) {
    yield `,\n${JSON.stringify(name)}: [`
    let separator = '\n'
    for await (const row of rows()) {
      yield separator + JSON.stringify(row)
      separator = ',\n'
    }
    yield ']'
  }
  yield '\n}\n'
}

import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

/** The engine wants a connection even where it reads nothing: this one opens none and knows only the server's version. */
class Unconnected extends PrismaPg {
  override async connect() {
    const connection = await super.connect()
    const version = 'PostgreSQL 18.0'
    connection.queryRaw = async () => ({ columnNames: ['version'], columnTypes: [7], rows: [[version]] })
    connection.executeRaw = async () => 0
    connection.executeScript = async () => {}
    return connection
  }
}

/** SQL that turns a database of schema `from` (null: an empty one) into one of schema `to`. Needs no database. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const adapter = bindMigrationAwareSqlAdapterFactory(new Unconnected({ connectionString: 'postgresql://localhost/' }))
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  const { stdout } = await engine.diff({
    from: from === null ? { tag: 'empty' } : datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  engine.free()
  return stdout ?? ''
}

// Writes the SQL of a new migration: the difference between the schema as committed and as edited.
//   node prisma/new-migration.ts <name>
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { diffSchemas } from './diff.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: node prisma/new-migration.ts <name_in_snake_case>')
  process.exit(2)
}
const schemaFile = new URL('schema.prisma', import.meta.url)
const committed = process.argv.includes('--from-empty')
  ? null
  : execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
const sql = await diffSchemas(committed, readFileSync(schemaFile, 'utf8'))
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const dir = new URL(`migrations/${stamp}_${name}/`, import.meta.url)
mkdirSync(dir, { recursive: true })
writeFileSync(new URL('migration.sql', dir), sql)
console.log(`prisma/migrations/${stamp}_${name}/migration.sql`)

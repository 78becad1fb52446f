import type { TestProject } from 'vitest/node'
import { startTemporaryPostgres } from '../../../infra/postgres.ts'
import { applyMigrations, migrationsDir } from '../src/platform/migrations.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a migrated database that nobody connects to: tests clone it. */
    templateUrl: string
  }
}

/** One real Postgres for the whole run. */
export default async function setup(project: TestProject) {
  const postgres = await startTemporaryPostgres()
  await applyMigrations(postgres.url, migrationsDir)
  project.provide('templateUrl', postgres.url)
  return () => postgres.stop()
}

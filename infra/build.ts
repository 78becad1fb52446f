import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runProgram } from './programs.ts'
import { BUILD_DIR, ROOT } from './settings.ts'
import { onceFor } from './stamps.ts'
import { step } from './steps.mjs'

const at = (...paths: string[]) => paths.map((path) => join(ROOT, path))
const stamp = (name: string) => join(BUILD_DIR, 'stamps', name)
const SHARED = ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages']

/** Makes the Prisma client from the schema, when the schema changed. */
export async function generatePrismaClient() {
  // Prisma insists on an engine that it would download, and runs none to generate: any executable satisfies it.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const args = [prisma, 'generate', '--schema', join(ROOT, 'prisma/schema.prisma')]
  const output = join(ROOT, 'apps/api/src/generated/prisma/client.ts')
  await onceFor(at('prisma/schema.prisma', 'pnpm-lock.yaml'), output, stamp('prisma'), () =>
    step('Generating the database client', () => runProgram(process.execPath, args, { env })),
  )
}

async function buildApp(name: 'api' | 'web', title: string, sources: string[], output: string) {
  const build = () => runProgram('pnpm', ['--silent', '--dir', join(ROOT, 'apps', name), 'run', 'build'])
  await onceFor(at(...SHARED, ...sources), join(ROOT, output), stamp(name), () => step(title, build))
}

/** Builds the API into apps/api/dist, when its sources changed. */
export async function buildApi() {
  await generatePrismaClient()
  await buildApp('api', 'Building the API', ['apps/api', 'prisma/schema.prisma'], 'apps/api/dist/server.js')
}

/** Builds the web app into apps/web/dist, when its sources changed. */
export const buildWeb = () => buildApp('web', 'Building the web app', ['apps/web'], 'apps/web/dist/index.html')

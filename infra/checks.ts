import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruiseBoundaries } from './boundaries/cruise.ts'
import { bin, runProgram } from './programs.ts'
import { ROOT } from './settings.ts'

/** One thing that a tool finds out about the code without running it. */
export interface Check {
  name: string
  /** Throws, with what there is to mend, when the tool is not content. */
  run(): Promise<unknown>
}

const FOLDERS = ['apps', 'packages', 'infra', 'prisma', 'e2e', 'bench']
/** A cruise that sees fewer modules than this has not understood the code. */
const FEWEST_MODULES = 100

function types(name: string, project: string): Check {
  return { name: `types of ${name}`, run: () => runProgram(bin('tsc'), ['--project', project]) }
}

async function boundaries() {
  const { modules, violations } = await cruiseBoundaries(
    ROOT,
    FOLDERS.filter((folder) => existsSync(join(ROOT, folder))),
  )
  if (modules < FEWEST_MODULES) throw new Error(`Only ${modules} modules were seen: the rules were not applied.`)
  if (violations.length) throw new Error(violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).join('\n'))
}

/** Everything that `npm run check` does. */
export const checks: Check[] = [
  { name: 'format', run: () => runProgram(bin('biome'), ['ci', '.']) },
  { name: 'lint', run: () => runProgram(bin('oxlint'), ['--type-aware', '--deny-warnings', '.']) },
  types('api', 'apps/api'),
  types('web', 'apps/web'),
  types('contracts', 'packages/contracts'),
  types('proconnect-local', 'infra/proconnect-local'),
  types('infra', 'tsconfig.infra.json'),
  types('e2e', 'e2e'),
  types('bench', 'bench'),
  { name: 'boundaries between folders', run: boundaries },
  { name: 'dead code and dependencies', run: () => runProgram(bin('knip'), ['--no-progress']) },
]

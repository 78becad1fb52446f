import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden } from './rules.ts'

/** One import that a rule forbids. */
export interface Violation {
  rule: string
  from: string
  to: string
}

/**
 * Applies the rules to the folders below `baseDir`. Also returns how many modules were seen, because a cruise that
 * could not parse anything finds nothing wrong.
 */
export async function cruiseBoundaries(baseDir: string, folders: string[]) {
  const { output } = await cruise(folders, {
    baseDir,
    validate: true,
    ruleSet: { forbidden },
    // TypeScript 7 has no API that dependency-cruiser could use.
    parser: 'swc',
    doNotFollow: { path: 'node_modules|/generated/' },
    exclude: { path: '(^|/)(dist|canary|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser returned text instead of a result')
  const { summary, modules } = output satisfies ICruiseResult
  const violations: Violation[] = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  return { modules: modules.filter(({ source }) => !source.includes('node_modules')).length, violations }
}

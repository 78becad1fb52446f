import { join } from 'node:path'
import { budgets, weigh } from '../../apps/web/budget.ts'
import { ROOT } from '../../infra/settings.ts'
import type { Measurements } from '../figures.ts'

/** What a first visit loads, by the reckoning that also fails the check when a page grows too large. */
export function measureWeight(): Measurements {
  const weights = new Map(budgets.map((budget) => [budget.name, weigh(join(ROOT, 'apps/web/dist'), budget)]))
  return { homeWeight: [weights.get('home') ?? Number.NaN], callWeight: [weights.get('call') ?? Number.NaN] }
}

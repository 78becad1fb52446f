import type { ReactionKind } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { reactionsByKind } from './reactions-by-kind.ts'

const by = (identity: string, reaction: ReactionKind) => ({ identity, reaction })

test('whoever claps is named once, however often, kind by kind', () => {
  const kinds = reactionsByKind([
    by('paul', 'applause'),
    by('sonia', 'heart'),
    by('ali', 'applause'),
    by('paul', 'applause'),
    by('paul', 'heart'),
  ])
  expect([...kinds]).toEqual([
    ['applause', ['paul', 'ali']],
    ['heart', ['sonia', 'paul']],
  ])
})

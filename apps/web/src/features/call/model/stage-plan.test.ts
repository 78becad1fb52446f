import { describe, expect, test } from 'vitest'
import { planStage } from './stage-plan.ts'

const identities = ['a', 'b', 'c', 'me']
const calm = { layout: 'auto', pinned: [], identities, hasShare: false, speaker: 'b' } as const

describe('automatic', () => {
  test('people stand in a grid', () => {
    expect(planStage(calm)).toEqual({ arrangement: 'grid', big: [], rest: identities, share: null })
  })
  test('a share takes the stage, with people beside it', () => {
    expect(planStage({ ...calm, hasShare: true })).toEqual({
      arrangement: 'sidebar',
      big: [],
      rest: identities,
      share: 'big',
    })
  })
  test('who is pinned stands large', () => {
    expect(planStage({ ...calm, pinned: ['c'] })).toMatchObject({
      arrangement: 'speaker',
      big: ['c'],
      rest: ['a', 'b', 'me'],
    })
  })
  test('beside a share, who is pinned comes first', () => {
    expect(planStage({ ...calm, hasShare: true, pinned: ['c'] })).toMatchObject({
      big: [],
      rest: ['c', 'a', 'b', 'me'],
    })
  })
})

test('in the grid a share is a tile among others, and who is pinned comes first', () => {
  expect(planStage({ ...calm, layout: 'grid', hasShare: true, pinned: ['c', 'b'] })).toEqual({
    arrangement: 'grid',
    big: [],
    rest: ['c', 'b', 'a', 'me'],
    share: 'grid',
  })
})

describe('speaker', () => {
  const speaker = { ...calm, layout: 'speaker' } as const
  test('who speaks stands large', () => {
    expect(planStage(speaker)).toMatchObject({ big: ['b'], rest: ['a', 'c', 'me'], share: null })
  })
  test('an interpreter is pinned beside the one who speaks: both stand large, whoever speaks next', () => {
    expect(planStage({ ...speaker, pinned: ['c', 'a'] })).toMatchObject({ big: ['c', 'a'], rest: ['b', 'me'] })
  })
  test('a share takes the stage, and who is pinned stands with it', () => {
    expect(planStage({ ...speaker, hasShare: true })).toMatchObject({ big: [], rest: identities, share: 'big' })
    expect(planStage({ ...speaker, hasShare: true, pinned: ['c'] })).toMatchObject({ big: ['c'], share: 'big' })
  })
  test('whoever is pinned and not here changes nothing', () => {
    expect(planStage({ ...speaker, pinned: ['gone'] })).toMatchObject({ big: ['b'] })
  })
})

test('the sidebar has the speaker on the stage while nothing is shared', () => {
  expect(planStage({ ...calm, layout: 'sidebar' })).toMatchObject({ arrangement: 'sidebar', big: ['b'] })
})

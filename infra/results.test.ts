import { describe, expect, it } from 'vitest'
import { added, failed, failure, type LayerResult, neverSilent, table, totals } from './results.ts'

const result = (counts: Partial<LayerResult>): LayerResult => ({
  name: 'api',
  passed: 0,
  failed: 0,
  skipped: 0,
  seconds: 1.25,
  failures: [],
  report: '',
  ...counts,
})

describe('totals', () => {
  it('sums the layers, and names skipped tests only when there are any', () => {
    expect(totals([result({ passed: 3 }), result({ passed: 4, failed: 1 })])).toBe('7 passed, 1 failed')
    expect(totals([result({ passed: 3, skipped: 2 })])).toBe('3 passed, 0 failed, 2 skipped')
  })
})

it('adds up the runs of one layer, and keeps what each says of its failures', () => {
  const runs = [
    result({ passed: 3 }),
    result({ passed: 4, failed: 1, failures: ['a'], report: 'one' }),
    result({ report: 'two' }),
  ]
  expect(added('e2e', runs)).toEqual({
    name: 'e2e',
    passed: 7,
    failed: 1,
    skipped: 0,
    seconds: 3.75,
    failures: ['a'],
    report: 'one\ntwo',
  })
})

describe('neverSilent', () => {
  it('fails a layer whose runner died without naming a test', () => {
    const report = 'lines\nError: lost\n  at a.ts:1'
    const failures = ['the runner: Error: lost']
    expect(neverSilent(result({ passed: 5, report }), true)).toMatchObject({ passed: 5, failed: 1, failures })
    expect(neverSilent(result({ passed: 5, failed: 2 }), true).failed).toBe(2)
  })

  it('fails a layer in which nothing ran', () => {
    expect(neverSilent(result({ skipped: 9 }), false)).toMatchObject({ failed: 1, skipped: 9 })
    expect(neverSilent(result({ passed: 1 }), false).failed).toBe(0)
  })
})

it('names each failed test at the end, with the first line of why', () => {
  const failures = [
    failure('rooms.test.ts › a room', '\u001b[31mexpected 1\u001b[39m\n  at rooms.test.ts:3'),
    failure('b'),
  ]
  expect(failed([result({}), result({ failures })])).toBe('  ✗ api › rooms.test.ts › a room: expected 1\n  ✗ api › b')
  expect(failed([result({})])).toBe('')
})

it('shows one line for each layer', () => {
  expect(table([result({ name: 'api', passed: 12 }), result({ name: 'web', failed: 1 })]).split('\n')).toHaveLength(3)
})

import { expect, it } from 'vitest'
import { createBatches } from './batches.ts'

it('takes together what comes while it is busy, by key, and answers each', async () => {
  const runs: string[] = []
  const first = Promise.withResolvers<void>()
  const add = createBatches(async (key, items: readonly number[]) => {
    runs.push(`${key}: ${items.join(' ')}`)
    if (runs.length === 1) await first.promise
    return items.map((item) => item * 10)
  })
  const answers = [add('a', 1), add('a', 2), add('a', 3), add('b', 4)]
  first.resolve()
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40])
  expect(runs).toEqual(['a: 1', 'b: 4', 'a: 2 3'])
  expect(await add('a', 5)).toBe(50)
})

it('fails those of one run alone', async () => {
  const add = createBatches(async (_key, items: readonly number[]) => {
    if (items.includes(1)) throw new Error('lost')
    return items
  })
  const [lost, kept] = [add('a', 1), add('a', 2)]
  await expect(lost).rejects.toThrow('lost')
  expect(await kept).toBe(2)
})

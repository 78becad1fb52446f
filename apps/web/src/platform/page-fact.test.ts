import { act, renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { pageFact } from './page-fact.ts'

test('it is asked once, for whoever waits and for whoever looks', async () => {
  const ask = vi.fn(async () => 'Claire')
  const fact = pageFact(ask)
  const { result } = renderHook(() => fact.useKnown())
  expect(result.current).toBeUndefined()
  await act(() => fact.load())
  expect(result.current).toBe('Claire')
  expect(ask).toHaveBeenCalledTimes(1)
})

test('what is learned later replaces it, also for those who wait', async () => {
  const fact = pageFact<string | null>(async () => 'Claire')
  const { result } = renderHook(() => fact.useKnown())
  await act(() => fact.load())
  act(() => fact.learn(null))
  expect(result.current).toBeNull()
  expect(await fact.load()).toBeNull()
})

test('a failure stays one until it is forgotten', async () => {
  const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('back')
  const fact = pageFact(ask)
  await expect(fact.load()).rejects.toThrow('away')
  await expect(fact.load()).rejects.toThrow('away')
  fact.forget()
  expect(await fact.load()).toBe('back')
})

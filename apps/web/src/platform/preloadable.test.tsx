import { act, render, screen } from '@testing-library/react'
import { Suspense, useState } from 'react'
import { expect, test } from 'vitest'
import { preloadable } from './preloadable.ts'

function Counter() {
  const [count, setCount] = useState(0)
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {count}
    </button>
  )
}
const make = () => preloadable<object>(async () => ({ default: Counter }))
const shown = (Component: ReturnType<typeof make>['Component']) => (
  <Suspense fallback="wait">
    <Component />
  </Suspense>
)

test('is there in the first drawing when it was loaded before', async () => {
  const { Component, load } = make()
  await load()
  render(shown(Component))
  expect(screen.getByRole('button').textContent).toBe('0')
})

test('is waited for when it was not, and keeps its state afterwards', async () => {
  const { Component } = make()
  const { rerender } = render(shown(Component))
  expect(screen.queryByRole('button')).toBeNull()
  await act(async () => {})
  act(() => screen.getByRole('button').click())
  rerender(shown(Component))
  expect(screen.getByRole('button').textContent).toBe('1')
})

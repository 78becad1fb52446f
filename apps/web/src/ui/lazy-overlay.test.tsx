import { render, waitFor } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { lazyOverlay, onOverlayMissing } from './lazy-overlay.ts'

test('an overlay whose code is gone closes, tells, and leaves what is below it alone', async () => {
  const gone = new Error('error loading dynamically imported module')
  const overlay = lazyOverlay<{ onClose: () => void }>(() => Promise.reject(gone))
  const onClose = vi.fn()
  const tell = vi.fn()
  onOverlayMissing(tell)
  const { getByText } = render(
    <main>
      <p>The call goes on</p>
      <Suspense fallback={null}>
        <overlay.Component onClose={onClose} />
      </Suspense>
    </main>,
  )
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(tell).toHaveBeenCalledWith(gone)
  expect(getByText('The call goes on')).toBeTruthy()
})

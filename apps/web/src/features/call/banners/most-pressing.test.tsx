import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import { MostPressing } from './most-pressing.tsx'

function Passing({ text }: { text: string }) {
  const [told, setTold] = useState(true)
  return told && <p onPointerDown={() => setTold(false)}>{text}</p>
}

test('how many more banners there are is said for as long as there are more, and they are shown on demand', async () => {
  renderScreen(
    <MostPressing>
      <Passing text="One" />
      <Passing text="Two" />
      <Passing text="Three" />
    </MostPressing>,
  )
  const user = userEvent.setup()
  const list = screen.getByText('One').parentElement
  await user.click(screen.getByRole('button', { name: '2 more notices' }))
  expect(list?.dataset['all']).toBe('true')
  await user.click(screen.getByRole('button', { name: 'Show fewer' }))
  expect(list?.dataset['all']).toBeUndefined()
  await user.pointer({ keys: '[MouseLeft]', target: screen.getByText('One') })
  expect(await screen.findByRole('button', { name: '1 more notice' })).toBeTruthy()
  await user.pointer({ keys: '[MouseLeft]', target: screen.getByText('Three') })
  await expect.poll(() => screen.queryByRole('button')).toBeNull()
})

import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createView } from '../../features/call/model/view.ts'
import { renderScreen } from '../../test/render.tsx'
import { ViewSwitches } from './view-switches.tsx'

test('one stops seeing oneself as in a mirror, and the switch says so', async () => {
  const view = createView()
  const { user } = renderScreen(<ViewSwitches view={view} />)
  const mirror = screen.getByRole('switch', { name: 'See myself as in a mirror', checked: true })
  await user.click(mirror)
  expect(view.getState().mirrorSelf).toBe(false)
  expect(screen.getByRole('switch', { name: 'See myself as in a mirror', checked: false })).toBe(mirror)
})

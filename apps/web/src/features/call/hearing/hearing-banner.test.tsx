import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import type { HearingNews } from '../model/hearing-news.ts'
import { HearingBanner } from './hearing-banner.tsx'

const well: HearingNews = { unheard: [], unheardBy: [], byNobody: false }
const show = (news: Partial<HearingNews>) => renderScreen(<HearingBanner news={{ ...well, ...news }} />)
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)

test('one is told that nobody receives one, not who', () => {
  show({ unheardBy: ['Paul Mercier', 'Sonia Belkacem'], byNobody: true })
  expect(alerts()).toEqual(['Nobody receives your voice.'])
})

test('one is told who does not receive one, and whom one does not receive', () => {
  show({ unheardBy: ['Paul Mercier', 'Sonia Belkacem'], unheard: ['Karim Haddad'] })
  expect(alerts()).toEqual([
    'Paul Mercier and Sonia Belkacem do not receive your voice.',
    'You do not receive the voice of Karim Haddad.',
  ])
})

function Changing() {
  const [name, setName] = useState('Karim Haddad')
  return (
    <>
      <HearingBanner news={{ ...well, unheard: [name] }} />
      <button type="button" onClick={() => setName('Paul Mercier')}>
        Next
      </button>
    </>
  )
}

test('what one has read goes away, and comes back when it is about somebody else', async () => {
  const { user } = renderScreen(<Changing />)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(alerts()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Next' }))
  expect(alerts()).toEqual(['You do not receive the voice of Paul Mercier.'])
})

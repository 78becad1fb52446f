import { getRoom } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { urlOf } from '../platform/api.ts'
import { pages } from './routes.ts'

test('a room’s page has the browser ask for exactly what its code will fetch', () => {
  const pathname = '/abc-defg-hij'
  pages.find(({ path }) => path instanceof RegExp && path.test(pathname))?.asks(pathname)
  const link = document.head.querySelector<HTMLLinkElement>('link[rel=preload]')
  expect(link?.getAttribute('href')).toBe(urlOf(getRoom, { params: { slug: 'abc-defg-hij' } }))
})

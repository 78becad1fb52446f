import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { dynamicImportsOf } from './on-use-plugin.ts'

const found = (code: string) => dynamicImportsOf(parseAst(code)).map(({ source, waits }) => [source, waits])

test('an import waits where it stands in a call that waits, however deep', () => {
  expect(
    found(`
      const dialog = lazyOverlay(() => import('./dialog.tsx'))
      const panel = lazyOverlay(async () => {
        const [{ Panel }] = await Promise.all([import('./panel.tsx'), loadTexts()])
        return { default: Panel }
      })
      stops.push(onceSettledIn(connection, async () => (await import('./watch.ts')).watch(room)))
    `),
  ).toEqual([
    ['./dialog.tsx', true],
    ['./panel.tsx', true],
    ['./watch.ts', true],
  ])
})

test('any other is part of the page', () => {
  expect(
    found(`
      const dialog = lazyOverlay(load)
      loading ??= import('./call.ts')
      const page = preloadable(() => import('./page.tsx'))
    `),
  ).toEqual([
    ['./call.ts', false],
    ['./page.tsx', false],
  ])
})

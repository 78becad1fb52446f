import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')
const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
])
const hasWords = (text: unknown): text is string => typeof text === 'string' && /\p{L}{2,}/u.test(text)

/** Words written straight into a screen instead of a catalogue: between tags, or in an attribute that is read out. */
function wordsIn(fileName: string, code: string): string[] {
  const found: string[] = []
  new Visitor({
    JSXText: (node) => void (hasWords(node.value) && found.push(node.value.trim())),
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      if (spoken.has(name) && node.value?.type === 'Literal' && hasWords(node.value.value)) found.push(node.value.value)
    },
    JSXExpressionContainer: ({ expression }) => {
      if (expression.type === 'Literal' && hasWords(expression.value)) found.push(expression.value)
    },
  }).visit(parseSync(fileName, code).program)
  return found
}

test('words between tags, in expressions and in spoken attributes are found', () => {
  expect(wordsIn('a.tsx', '<p title="Bonjour">Salut <b className="hidden">{t("x")}</b></p>')).toEqual([
    'Bonjour',
    'Salut',
  ])
  expect(wordsIn('a.tsx', "<p>{'Salut'} · {name}</p>")).toEqual(['Salut'])
})

test('no screen has words of its own', async () => {
  const found: Record<string, string[]> = {}
  for await (const file of glob('**/*.tsx', { cwd: source, exclude: ['**/*.test.tsx', 'test/**'] })) {
    const words = wordsIn(file, readFileSync(join(source, file), 'utf8'))
    if (words.length > 0) found[file] = words
  }
  expect(found).toEqual({})
})

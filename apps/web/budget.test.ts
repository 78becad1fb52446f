import { expect, test } from 'vitest'
import { filesOf, liveKitFiles, type Manifest } from './budget.ts'

const manifest: Manifest = {
  'index.html': {
    file: 'entry.js',
    css: ['style.css'],
    imports: ['_react.js'],
    dynamicImports: ['page.tsx', 'other.tsx'],
  },
  '_react.js': { file: 'react.js' },
  'page.tsx': {
    file: 'page.js',
    imports: ['index.html'],
    dynamicImports: ['src/call.tsx', 'src/ui/dialog-box.tsx', 'src/chat-panel.tsx'],
  },
  'other.tsx': { file: 'other.js' },
  'src/call.tsx': { file: 'call.js', imports: ['_livekit.js'] },
  '_livekit.js': { file: 'livekit.js' },
  'src/ui/dialog-box.tsx': { file: 'aria.js' },
  'src/chat-panel.tsx': { file: 'chat.js' },
  'src/locales/fr/home.json?lingui': { file: 'home-fr.js' },
}

const onUse = new Set(['src/ui/dialog-box.tsx', 'src/chat-panel.tsx'])

test('a page counts its entry, styles, texts and lazy parts, and neither other pages nor what comes on use', () => {
  expect(filesOf(manifest, onUse, { chunks: ['page.tsx'], catalogues: ['home'] }, 'fr').sort()).toEqual(
    ['call.js', 'entry.js', 'home-fr.js', 'livekit.js', 'page.js', 'react.js', 'style.css'].sort(),
  )
})

test('what comes on use counts once something imports it right away', () => {
  const page = { file: 'page.js', imports: ['index.html', 'src/chat-panel.tsx'] }
  const files = filesOf({ ...manifest, 'page.tsx': page }, onUse, { chunks: ['page.tsx'], catalogues: [] }, 'fr')
  expect(files).toContain('chat.js')
})

test('a chunk that is no longer there is an error, not zero bytes', () => {
  expect(() => filesOf(manifest, onUse, { chunks: ['renamed.tsx'], catalogues: [] }, 'fr')).toThrow(/renamed\.tsx/)
})

test('LiveKit is found by its name in the code', () => {
  const sources: Record<string, string> = { 'a.js': 'const a = 1', 'b.js': 'throw Error("livekit: closed")' }
  expect(liveKitFiles(['a.js', 'b.js'], (file) => Buffer.from(sources[file] ?? ''))).toEqual(['b.js'])
})

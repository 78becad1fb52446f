import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { onUseFile } from './on-use-plugin.ts'
import { type Catalogue, languages } from './src/locales/catalogues.ts'

/** A chunk in Vite's manifest. */
interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
}
export type Manifest = Record<string, Chunk>

interface Budget {
  name: 'home' | 'call'
  aimKilobytes: number
  limitKilobytes: number
  /** The page's own chunks; what they import, now or on the way to being useful, is followed, and not what is for later. */
  chunks: string[]
  catalogues: Catalogue[]
}

export const budgets: Budget[] = [
  {
    name: 'home',
    aimKilobytes: 100,
    limitKilobytes: 130,
    chunks: ['src/features/home/home-page.tsx'],
    catalogues: ['common', 'home'],
  },
  {
    name: 'call',
    aimKilobytes: 300,
    limitKilobytes: 350,
    chunks: ['src/app/room-page.tsx'],
    catalogues: ['common', 'call'],
  },
]

/** The chunk of a catalogue: its own, or the one in which vite.config.ts puts all texts of a room's page. */
function textsKey(manifest: Manifest, language: string, name: Catalogue): string {
  const own = `src/locales/${language}/${name}.json?lingui`
  const together = Object.keys(manifest).find((key) => key.startsWith(`_texts-${language}-`))
  return name === 'call' && together !== undefined ? together : own
}

/**
 * Every file that a first visit to a page loads: entry, page, styles, and the lazy parts of the page itself, except for the
 * chunks in `onUse`, which come with the event that needs them. Texts are counted by language.
 */
export function filesOf(
  manifest: Manifest,
  onUse: ReadonlySet<string>,
  budget: Pick<Budget, 'chunks' | 'catalogues'>,
  language: string,
): string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  function visit(key: string, followLazy: boolean) {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the manifest: has it been renamed?`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported, followLazy && imported !== 'index.html')
    if (!followLazy) return
    for (const lazy of chunk.dynamicImports ?? []) if (!onUse.has(lazy)) visit(lazy, true)
  }
  visit('index.html', false)
  for (const key of budget.chunks) visit(key, true)
  for (const name of budget.catalogues) visit(textsKey(manifest, language, name), false)
  return [...files]
}

/** LiveKit has no business outside the page of a room. */
export function liveKitFiles(files: string[], read: (file: string) => Buffer): string[] {
  return files.filter((file) => read(file).includes('livekit'))
}

/** Kilobytes of JS and CSS, gzipped, that a first visit to the page loads, in the language with the longest texts. */
export function weigh(dist: string, budget: Budget): number {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const onUse = new Set<string>(JSON.parse(readFileSync(join(dist, onUseFile), 'utf8')))
  const read = (file: string) => readFileSync(join(dist, file))
  const sizes = languages.map((language) => {
    const files = filesOf(manifest, onUse, budget, language)
    if (budget.name === 'home' && liveKitFiles(files, read).length > 0) throw new Error('LiveKit is on the home page')
    return files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0)
  })
  return Math.max(...sizes) / 1000
}

function check(dist: string): boolean {
  let kept = true
  for (const budget of budgets) {
    const kilobytes = weigh(dist, budget)
    const within = kilobytes <= budget.limitKilobytes
    kept &&= within
    process.stdout.write(
      `${budget.name.padEnd(5)} first load, JS and CSS, gzip: ${kilobytes.toFixed(1).padStart(6)} kB ` +
        `(aim ${budget.aimKilobytes}, limit ${budget.limitKilobytes}) ${within ? 'ok' : 'TOO LARGE'}\n`,
    )
  }
  return kept
}

if (import.meta.main && !check(process.argv[2] ?? join(import.meta.dirname, 'dist'))) process.exitCode = 1

import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

/** The same program in ASCII: every other character as an escape, in the place of one that was escaped for nothing. */
export const escaped = (code: string) =>
  code.replace(/(\\*)([^\0-\x7f])/g, (_, backslashes: string, character: string) => {
    const hex = character.charCodeAt(0).toString(16).padStart(4, '0')
    return `${backslashes.length % 2 === 1 ? backslashes.slice(1) : backslashes}\\u${hex}`
  })

/**
 * A source stays in memory for as long as the process runs, and Node reads it at two bytes a character as soon as a
 * single one of them is beyond ASCII.
 */
export function asciiSource(): Plugin {
  return {
    name: 'ascii-source',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escaped(chunk.code)
    },
  }
}

const importedBase64 = /await import\("([^"]+\.wasm-base64\.mjs)"\)/
const compiler = 'query-compiler.wasm'

/** Prisma's query compiler from a file: as Base64 in a module it would stay in memory, twice, beside what was made of it. */
export function wasmFromFile(): Plugin {
  let found = false
  return {
    name: 'wasm-from-file',
    apply: 'build',
    async transform(code, id) {
      const specifier = importedBase64.exec(code)?.[1]
      if (specifier === undefined) return null
      found = true
      const module = await this.resolve(specifier, id)
      const base64 = /"([^"]+)"/.exec(await readFile(module?.id ?? specifier, 'utf8'))?.[1] ?? ''
      this.emitFile({ type: 'asset', fileName: compiler, source: Buffer.from(base64, 'base64') })
      const path = `import.meta.dirname + ${JSON.stringify(`/${compiler}`)}`
      return {
        code: code.replace(importedBase64, `{ wasm: (await import('node:fs')).readFileSync(${path}) }`),
        map: null,
      }
    },
    renderChunk(code, chunk) {
      if (code.includes(`/${compiler}`) && chunk.fileName.includes('/'))
        this.error(`${chunk.fileName} reads ${compiler}, which is not beside it.`)
    },
    buildEnd(error) {
      if (!found && !error) this.error('The module that holds Prisma’s query compiler was not found.')
    },
  }
}

/** Packages that others load for what is not asked of them here: a fifth of the program. Nothing of them is there. */
export function leaveOut(packages: readonly string[]): Plugin {
  const nothing = '\0nothing'
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (packages.includes(id) ? nothing : null),
    load: (id) => (id === nothing ? 'export default {}' : null),
  }
}

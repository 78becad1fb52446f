import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|html|svg|json)$/
/** Smaller files fit into one packet anyway. */
const fromBytes = 1024
/** A step below the slowest, which takes ten times as long for 3 % less. */
const brotliQuality = 9

/** Puts a Brotli and a gzip copy beside each file of the build that gains by it; the API serves what a browser takes. */
export function compressPlugin(): Plugin {
  return {
    name: 'compressed-copies',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return
      // What is copied from `public/` as well.
      const names = await readdir(dir, { recursive: true })
      await Promise.all(names.filter((name) => compressible.test(name)).map((name) => compress(join(dir, name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < fromBytes) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality }
  await Promise.all([
    promisify(brotliCompress)(content, { params }).then((copy) => writeFile(`${path}.br`, copy)),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }).then((copy) => writeFile(`${path}.gz`, copy)),
  ])
}

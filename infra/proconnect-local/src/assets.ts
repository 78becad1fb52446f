import { readFileSync } from 'node:fs'

const types = {
  'icon.svg': 'image/svg+xml',
  'style.css': 'text/css; charset=utf-8',
  'submit.js': 'text/javascript; charset=utf-8',
} as const

/** The pages' own files by path; nothing is loaded from another host. */
export const assets = new Map(
  Object.entries(types).map(([name, type]) => [
    `/assets/${name}`,
    { type, body: readFileSync(new URL(`assets/${name}`, import.meta.url)) },
  ]),
)

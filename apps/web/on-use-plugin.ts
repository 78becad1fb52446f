import { relative } from 'node:path'
import type { Plugin } from 'vite'

/** What is imported within a call of these waits for an event: somebody opens something, or one is in the call and seen. */
const waiters = new Set(['lazyOverlay', 'onceSettledIn', 'onUse'])

/** Where the build writes, beside its manifest, which modules are imported on use only: paths as in the manifest. */
export const onUseFile = '.vite/on-use.json'

interface DynamicImport {
  source: string
  waits: boolean
}
type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const isWaiter = ({ type, callee }: Node) =>
  type === 'CallExpression' && isNode(callee) && waiters.has(String(callee['name']))

/** Every `import()` of a module's syntax tree (ESTree), and whether it stands within something that waits. */
export function dynamicImportsOf(node: unknown, waits = false): DynamicImport[] {
  if (Array.isArray(node)) return node.flatMap((child) => dynamicImportsOf(child, waits))
  if (!isNode(node)) return []
  const { type, source } = node
  const own =
    type === 'ImportExpression' && isNode(source) && typeof source['value'] === 'string'
      ? [{ source: source['value'], waits }]
      : []
  const within = waits || isWaiter(node)
  return [...own, ...Object.values(node).flatMap((child) => dynamicImportsOf(child, within))]
}

/** Finds out which modules are only ever imported on use, for the budget of the first load. */
export function onUsePlugin(): Plugin {
  const waiting = new Map<string, boolean>()
  let root = ''
  return {
    name: 'visavis:on-use',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    async transform(code, id) {
      if (!id.startsWith(root) || id.includes('/node_modules/') || !code.includes('import(')) return
      for (const { source, waits } of dynamicImportsOf(this.parse(code))) {
        const resolved = await this.resolve(source, id)
        if (resolved) waiting.set(resolved.id, waits && (waiting.get(resolved.id) ?? true))
      }
    },
    generateBundle() {
      const onUse = [...waiting].filter(([, waits]) => waits).map(([id]) => relative(root, id))
      this.emitFile({ type: 'asset', fileName: onUseFile, source: JSON.stringify(onUse.sort(), null, 2) })
    },
  }
}

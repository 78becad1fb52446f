import type { Plugin } from 'vite'

/** Chrome's word for it: https://v8.dev/blog/explicit-compile-hints */
const hint = '//# allFunctionsCalledOnLoad'

/**
 * Has browsers compile the code of a call while it arrives, beside the page, and not function by function at the click on
 * "Join", when everything waits for it: 100 ms and more on a slow machine. Those that do not know the hint see a comment.
 */
export function compileAheadPlugin(isCall: (moduleId: string) => boolean): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      // The hint counts at the very top alone, where Vite puts a line of its own.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk' && file.moduleIds.some(isCall))
        if (chunks.length === 0) this.error('No chunk has the code of a call.')
        for (const chunk of chunks) if (chunk.type === 'chunk') chunk.code = `${hint}\n${chunk.code}`
      },
    },
  }
}

import { defineConfig } from 'vitest/config'
import { asciiSource, leaveOut, wasmFromFile } from './frugal-plugins.ts'

// One file for the process, packages and all, so that it starts at once on any machine and keeps only what it uses in
// memory. It is not minified: its stack traces are to be read.
export default defineConfig({
  plugins: [
    asciiSource(),
    wasmFromFile(),
    // The gate's proxy asks by Node's own http, and the API's document is JSON.
    leaveOut(['undici', 'yaml']),
  ],
  // As text: a table whose keys are no Latin letters has no other way of being ASCII.
  json: { stringify: true, namedExports: false },
  build: {
    ssr: true,
    ssrEmitAssets: true,
    rollupOptions: { input: ['src/server.ts', 'src/migrate.ts'], output: { comments: false } },
    outDir: 'dist',
    target: 'node24',
    sourcemap: true,
    emptyOutDir: true,
  },
  // But for what reads files beside itself.
  ssr: { noExternal: true, external: ['@fastify/swagger-ui', '@prisma/schema-engine-wasm'] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    maxWorkers: 2,
    // Two busy cores can make a database wait; a test that hangs is still found.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
})

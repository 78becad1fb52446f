import { defineConfig } from 'vitest/config'

// One file for the process, so that it starts at once on any machine; packages stay in node_modules.
export default defineConfig({
  build: {
    ssr: true,
    rollupOptions: { input: ['src/server.ts', 'src/migrate.ts'] },
    outDir: 'dist',
    target: 'node24',
    sourcemap: true,
    emptyOutDir: true,
  },
  ssr: { noExternal: ['@visavis/contracts'] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    maxWorkers: 2,
    // Two busy cores can make a database wait; a test that hangs is still found.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})

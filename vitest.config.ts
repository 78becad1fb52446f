import { defineConfig } from 'vitest/config'

// The tests of infra/; every package has a configuration of its own.
export default defineConfig({
  test: {
    include: ['infra/*.test.ts', 'infra/*/*.test.ts'],
    exclude: ['infra/proconnect-local/**', '**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
})

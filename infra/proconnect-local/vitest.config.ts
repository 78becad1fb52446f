import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Two busy cores can make the generation of RSA keys wait.
  test: { include: ['src/**/*.test.ts'], maxWorkers: 2, testTimeout: 20_000, hookTimeout: 30_000 },
})

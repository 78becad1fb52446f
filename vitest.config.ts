import { defineConfig } from 'vitest/config'

// The tests of infra/; every package has a configuration of its own.
export default defineConfig({
  test: { include: ['infra/*.test.ts', 'infra/livekit/*.test.ts'], testTimeout: 30_000, hookTimeout: 240_000 },
})

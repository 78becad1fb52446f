import { defineConfig } from '@playwright/test'

/**
 * Tests in which browsers mostly wait: two of them at a time, each with a product of its own. All others keep two
 * processors busy by themselves, or measure times, pictures or how busy a device is: nothing may run beside them.
 */
const sideBySide = [
  'abuse-of-tokens',
  'accessibility',
  'adaptations',
  'administrator',
  'bad-input',
  'chat',
  'clocks',
  'dashboard',
  'devices-in-call',
  'firefox',
  'hands',
  'hearing',
  'home',
  'keyboard',
  'layouts',
  'lost-connection',
  'members',
  'microphone-watch',
  'moderation',
  'mute-on-entry',
  'names',
  'polls',
  'prejoin',
  'profile',
  'rules',
  'settings',
  'shortcuts',
  'sign-in',
  'speaking-time',
  'staying',
  'two-devices',
  'unsupported-browser',
  'volume',
  'ways-out',
].map((name) => `${name}.spec.ts`)

export default defineConfig({
  testDir: 'tests',
  projects: [
    { name: 'side by side', testMatch: sideBySide, outputDir: 'test-results/side-by-side' },
    { name: 'alone', testIgnore: sideBySide, outputDir: 'test-results/alone' },
  ],
  globalSetup: './fixtures/prepare.ts',
  // Every participant encodes and decodes video in software. `npm test` allows two workers to what may run side by side.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    // Its own screenshots of every step would cost the participants the processor they need.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
  },
})

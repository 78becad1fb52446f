import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** What cuts the network, and so has one of its own: `npm test -- --only=outages`. */
export default defineConfig({
  ...base,
  testDir: 'outages',
  projects: [{ name: 'outages', outputDir: 'test-results/outages' }],
  reporter: [['list'], ['json', { outputFile: 'test-results/outages.json' }]],
})

import { lingui } from '@lingui/vite-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Only for `npm run dev`: where the API listens, as set by infra/.
const api = process.env['VISAVIS_API_URL'] ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), tailwindcss(), lingui({ failOnCompileError: true })],
  // wouter brings a shim for React 17; React has had the hook itself since 18.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  build: {
    // light-dark() (2024) carries the themes; older browsers cannot run the call's codecs either.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    // Data URLs are refused by the Content-Security-Policy for fonts and scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/rtc': { target: api, changeOrigin: false, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    restoreMocks: true,
  },
})

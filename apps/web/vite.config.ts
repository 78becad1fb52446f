import { lingui } from '@lingui/vite-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compileAheadPlugin } from './compile-ahead-plugin.ts'
import { compressPlugin } from './compress-plugin.ts'
import { emojiPlugin } from './emoji-plugin.ts'
import { livekitPlugin } from './livekit-plugin.ts'
import { onUsePlugin } from './on-use-plugin.ts'

// Only for `npm run dev`: where the API listens, as set by infra/.
const api = process.env['VISAVIS_API_URL'] ?? 'http://localhost:8080'

const onEveryPage = new RegExp(
  [
    String.raw`/node_modules/(react|react-dom|scheduler|zod|wouter|regexparam|@lingui/core)/`,
    String.raw`/lucide-react/dist/esm/(Icon|context|createLucideIcon|shared/)`,
    String.raw`/src/platform/(api|problem|storage|page-title|page-fact|config|me|paths|preload|preloadable|i18n/(messages|problem-text|use-t))\.ts`,
    String.raw`/src/ui/(class-names|button-style|button|spinner|field|mark|message-screen|skeleton|toast)\.ts`,
    String.raw`/packages/contracts/src/scalars\.ts`,
    String.raw`/lucide-react/dist/esm/icons/(languages|log-in|triangle-alert|triangle-exclamation-point)\.`,
    String.raw`/src/app/(page-header|page-footer|paper-frame|language-switch|problem-screen|error-boundary)\.tsx`,
  ].join('|'),
)

const onEveryPageWithServerState = new RegExp(
  [
    String.raw`/node_modules/@tanstack/(query-core|react-query)/`,
    String.raw`/src/app/(query-layer|use-applied-settings)\.ts`,
    String.raw`/src/features/prejoin/device-picker\.tsx`,
    String.raw`/src/features/waiting/(lazy-waiting|lazy-namesake|newcomers|unverified|use-decide|use-waiting|waiting-line)\.ts`,
    String.raw`/src/ui/(announcer|avatar|badge|banner|copy-button|copy-text|icon-button|lazy-overlay|menu-button|notice|tooltip|use-now)\.ts`,
    String.raw`/src/platform/(apple|event-source|i18n/formats|media/(chime|device-label|devices|preferences)|settings|when-idle)\.ts`,
    String.raw`/packages/contracts/src/(calls|chat|clocks|join|lobby|names|plain-text|room-settings|rooms|settings)\.ts`,
    String.raw`/lucide-react/dist/esm/icons/(check|chevron-down|door-open|ellipsis-vertical|link-2|log-out|mic|phone-off|video|volume-2|x)\.`,
  ].join('|'),
)

/** What dialogs and the pages of agents are made of: one request, not one for every sign and field. */
const laterParts = new RegExp(
  [
    String.raw`/src/platform/use-paged-list\.ts`,
    String.raw`/src/app/(use-agent|sign-in-screen)\.ts`,
    String.raw`/src/features/(rules/|settings/(picture-sizes|notifications-section|accessibility-section))`,
    String.raw`/packages/contracts/src/(bans|new-rooms)\.ts`,
    String.raw`/src/ui/(choice-field|confirm-dialog|dialog|dialog-actions|empty-state|list-panel|list-table|more-menu|search-field|select-field|switch-field)\.ts`,
    String.raw`/lucide-react/dist/esm/icons/(arrow-right-left|crown|download|lock|megaphone|pen-line|pencil|plus|rotate-ccw|search|search-x|send|timer|trash|user-minus|user-round)\.`,
  ].join('|'),
)

/** Pages that few ever open: as one each they cost everybody the list of what each needs. */
const asides = /\/src\/features\/home\/(legal|login-error|not-found)-page\.tsx/
const administration = /\/src\/(features\/admin\/|app\/admin)|\/contracts\/src\/admin\.ts/

const textsOfRoom = /\/src\/locales\/(\w+)\/(call|lobby|media|prejoin|problems|signals|waiting)\.json/

/** What runs between the click on "Join" and the first picture. */
const callFromTheStart = /\/node_modules\/livekit-client\/|\/src\/features\/call\/call-session\.ts/

export default defineConfig({
  plugins: [
    livekitPlugin(),
    react(),
    tailwindcss(),
    lingui({ failOnCompileError: true }),
    emojiPlugin(),
    onUsePlugin(),
    compileAheadPlugin((id) => callFromTheStart.test(id)),
    compressPlugin(),
  ],
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
    rolldownOptions: {
      output: {
        // What every page runs on, in one chunk: together it compresses better than in the pieces it would fall into.
        // The same for what a room's page needs at once: two dozen requests would stand in each other's way.
        codeSplitting: {
          groups: [
            { name: 'base', test: onEveryPage, priority: 2 },
            { name: 'layer', test: onEveryPageWithServerState, priority: 1, includeDependenciesRecursively: false },
            { name: 'parts', test: laterParts, priority: 1, includeDependenciesRecursively: false },
            { name: 'asides', test: asides, priority: 1, includeDependenciesRecursively: false },
            { name: 'administration', test: administration, priority: 1, includeDependenciesRecursively: false },
            { name: (id) => `texts-${textsOfRoom.exec(id)?.[1]}`, test: textsOfRoom, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/rtc': { target: api, changeOrigin: false, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    // One jsdom per worker and not per file: the suite takes a third of the time.
    pool: 'vmThreads',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})

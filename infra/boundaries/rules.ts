import type { IConfiguration } from 'dependency-cruiser'

// Tests may import what they test with: the app they build, the helpers beside them.
const TEST = '\\.test\\.tsx?$|/test/'
const API = '^apps/api/src/'
const WEB = '^apps/web/src/'

/** Which folder may import which: "Layout" in docs and ARCHITECTURE.md, as rules of dependency-cruiser. */
export const forbidden: NonNullable<IConfiguration['forbidden']> = [
  {
    name: 'no-cycles',
    comment: 'Type-only imports count, too: a cycle of types is a cycle of ideas.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'Virtual modules are made by a plugin of the build.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'api-features-never-meet',
    comment: 'A feature receives a narrow function of another one from app.ts.',
    severity: 'error',
    from: { path: `${API}features/([^/]+)/`, pathNot: TEST },
    to: { path: `${API}features/`, pathNot: `${API}features/$1/` },
  },
  {
    name: 'web-features-never-meet',
    comment: 'A route in app/ composes features.',
    severity: 'error',
    from: { path: `${WEB}features/([^/]+)/`, pathNot: TEST },
    to: { path: `${WEB}features/`, pathNot: `${WEB}features/$1/` },
  },
  {
    name: 'features-below-app',
    severity: 'error',
    from: { path: '^apps/[^/]+/src/features/', pathNot: TEST },
    to: { path: '^apps/[^/]+/src/(app/|app\\.ts|server\\.ts|main\\.tsx)' },
  },
  {
    name: 'platform-at-the-bottom',
    severity: 'error',
    from: { path: '^apps/[^/]+/src/platform/', pathNot: TEST },
    to: { path: '^apps/[^/]+/src/(features/|ui/|app/|app\\.ts|server\\.ts|main\\.tsx|policies\\.ts)' },
  },
  {
    name: 'ui-knows-no-product',
    severity: 'error',
    from: { path: `${WEB}ui/`, pathNot: TEST },
    to: { path: `${WEB}(features/|app/|main\\.tsx)` },
  },
  {
    name: 'contracts-import-only-zod',
    severity: 'error',
    from: { path: '^packages/contracts/src/', pathNot: TEST },
    to: { pathNot: '^packages/contracts/src/|node_modules/zod/' },
  },
  {
    name: 'apps-never-meet',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'packages-below-apps',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(apps|infra|e2e|bench)/' },
  },
  {
    name: 'only-the-api-touches-prisma',
    severity: 'error',
    from: { path: '^(apps|packages|infra|e2e|bench)/', pathNot: '^apps/api/' },
    to: { path: '@prisma/|/generated/prisma/' },
  },
  {
    name: 'product-never-imports-tests',
    severity: 'error',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: TEST },
    to: { path: '\\.test\\.tsx?$|^(infra|e2e|bench)/' },
  },
]

import { join } from 'node:path'
import { takeDocsPictures } from './screenshots/docs-pictures.ts'
import { shootCall } from './screenshots/gallery/call.ts'
import { shootPages } from './screenshots/gallery/pages.ts'
import { shootProfile } from './screenshots/gallery/profile.ts'
import { shootRunning } from './screenshots/gallery/running.ts'
import { openGallery } from './screenshots/gallery/shoot.ts'
import { withScene } from './screenshots/scene.ts'

/**
 * `pnpm --filter @visavis/e2e screenshots` takes the pictures of docs/images; with `pages`, `profile`, `call` or `running` behind it those of
 * every state at every size, into .data/gallery, to be looked at before a release.
 */
const which = process.argv[2] ?? 'docs'
const directory = process.env['GALLERY_DIR'] ?? join(import.meta.dirname, '../.data/gallery')
const gallery = openGallery(directory)

if (which === 'docs') await withScene(['claire', 'karim', 'jeanne', 'paul'], takeDocsPictures)
else if (which === 'pages') await withScene(['claire', 'paul'], (scene) => shootPages(scene, gallery))
else if (which === 'profile') await withScene([], (scene) => shootProfile(scene, gallery))
else if (which === 'call') await withScene(['claire', 'karim'], (scene) => shootCall(scene, gallery))
else if (which === 'running') await withScene(['claire', 'karim', 'paul'], (scene) => shootRunning(scene, gallery))
else throw new Error(`Not “${which}”: docs, pages, profile, call or running`)
gallery.close()

import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { catalogues } from '../locales/catalogues.ts'
import { loadCatalogues, switchLanguage } from '../platform/i18n/messages.ts'

// Dialogs and menus are fetched on first use, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

// Screens are tested in the words that people read, English unless a test switches.
beforeAll(async () => {
  await switchLanguage('en', 'by-browser')
  await loadCatalogues(catalogues)
})

afterEach(cleanup)

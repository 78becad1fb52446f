import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'

const script = readFileSync(join(import.meta.dirname, '../../public/supported-browser.js'), 'utf8')
// oxlint-disable-next-line typescript/no-implied-eval -- a script of the page, and no module.
const run = () => new Function(script)()
const root = () => document.getElementById('root')

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>'
  history.replaceState(null, '', '/abc-defg-hij')
  vi.stubGlobal('CSS', { supports: () => true })
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('RTCPeerConnection', vi.fn())
  vi.stubGlobal('navigator', { language: 'en-GB', mediaDevices: {} })
})

test('a browser that has everything sees nothing of it', () => {
  run()
  expect(root()?.childElementCount).toBe(0)
})

describe('is told, in place of the application, to', () => {
  test('a browser that cannot run the application, on every page', () => {
    history.replaceState(null, '', '/')
    vi.stubGlobal('CSS', { supports: () => false })
    run()
    expect(root()).toBeNull()
    expect(document.querySelector('h1')?.textContent).toBe('This browser cannot be used')
    expect(document.querySelector('h2')?.textContent).toBe('Ce navigateur ne convient pas')
    expect(document.body.textContent).toContain('Firefox 128')
  })

  test('a browser without WebRTC, in the language it asks for', () => {
    Reflect.deleteProperty(window, 'RTCPeerConnection')
    vi.stubGlobal('navigator', { language: 'fr-FR', mediaDevices: {} })
    run()
    expect(root()).toBeNull()
    expect(document.querySelector('h1')?.textContent).toBe('Ce navigateur ne convient pas')
    expect(document.documentElement.lang).toBe('fr')
    expect(document.querySelector('code')?.textContent).toMatch(/\/abc-defg-hij$/)
  })

  test('a browser without devices, unless the address is what hides them', () => {
    vi.stubGlobal('navigator', { language: 'en-GB' })
    vi.stubGlobal('isSecureContext', false)
    run()
    expect(root()).not.toBeNull()
    vi.stubGlobal('isSecureContext', true)
    run()
    expect(root()).toBeNull()
  })
})

test('a browser without WebRTC may still look after its rooms', () => {
  history.replaceState(null, '', '/rooms')
  Reflect.deleteProperty(window, 'RTCPeerConnection')
  run()
  expect(root()).not.toBeNull()
})

test('is written for the oldest of browsers', () => {
  const code = script.replace(/\/\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g, '')
  expect(code).not.toMatch(/=>|`|\b(const|let|class|async|await)\b|\?\.|\?\?|\.\.\.|\bof\b/)
})

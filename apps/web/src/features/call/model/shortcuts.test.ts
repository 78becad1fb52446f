import { describe, expect, test } from 'vitest'
import { ariaKeys, printedKeys, shortcutFor } from './shortcut-keys.ts'
import { isFree, type Keys, shortcutOf, shortcuts } from './shortcuts.ts'

const keys = (change: Partial<Keys>): Keys => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...change,
})
const idOf = (change: Partial<Keys>, apple = false) => shortcutOf(keys(change), apple)?.id ?? null

describe('which shortcut it is', () => {
  test('Ctrl, on an Apple machine Command', () => {
    expect(idOf({ key: 'd', ctrlKey: true })).toBe('microphone')
    expect(idOf({ key: 'd', metaKey: true })).toBeNull()
    expect(idOf({ key: 'd', metaKey: true }, true)).toBe('microphone')
    expect(idOf({ key: 'd', ctrlKey: true }, true)).toBeNull()
  })

  test('exactly these modifiers', () => {
    expect(idOf({ key: 'e' })).toBeNull()
    expect(idOf({ key: 'E', ctrlKey: true, shiftKey: true })).toBeNull()
    expect(idOf({ key: 'H', ctrlKey: true, shiftKey: true })).toBe('leave')
    expect(idOf({ key: ' ' })).toBe('talk')
    expect(idOf({ key: ' ', shiftKey: true })).toBeNull()
  })

  test('on any keyboard: letters by their place where there are no Latin ones, a question mark however it is typed', () => {
    expect(idOf({ key: 'в', code: 'KeyD', ctrlKey: true })).toBe('microphone')
    expect(idOf({ key: 'π', code: 'KeyP', metaKey: true, altKey: true }, true)).toBe('participants')
    expect(idOf({ key: 'a', code: 'KeyQ', ctrlKey: true })).toBeNull()
    expect(idOf({ key: '?', shiftKey: true })).toBe('help')
    expect(idOf({ key: '?', ctrlKey: true })).toBeNull()
  })

  test('never AltGr, which types characters', () => {
    expect(idOf({ key: 'p', ctrlKey: true, altKey: true })).toBe('participants')
    expect(idOf({ key: 'p', ctrlKey: true, altKey: true, altGraph: true })).toBeNull()
  })

  test('no two have the same keys', () => {
    const all = shortcuts.map((shortcut) => ariaKeys(shortcut, false))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('where the focus is', () => {
  const focusIn = (html: string) => {
    document.body.innerHTML = html
    return document.querySelector('[data-focus]')
  }

  test.each([
    '<input data-focus>',
    '<textarea data-focus></textarea>',
    '<select data-focus></select>',
    '<div contenteditable><b data-focus></b></div>',
    '<div role="menu"><div role="menuitem" data-focus></div></div>',
  ])('a bare key belongs to %s', (html) => {
    const focus = focusIn(html)
    expect(focus).not.toBeNull()
    expect(isFree(shortcutFor('help'), focus)).toBe(false)
    expect(isFree(shortcutFor('talk'), focus)).toBe(false)
    expect(isFree(shortcutFor('microphone'), focus)).toBe(true)
  })

  test('Space presses a focused button; a question mark does not', () => {
    const focus = focusIn('<button data-focus></button>')
    expect(isFree(shortcutFor('talk'), focus)).toBe(false)
    expect(isFree(shortcutFor('help'), focus)).toBe(true)
  })

  test('elsewhere every shortcut is free', () => {
    const focus = focusIn('<main data-focus tabindex="-1"></main>')
    for (const shortcut of shortcuts) expect(isFree(shortcut, focus)).toBe(true)
  })
})

test('keys are shown as they are printed, and told as ARIA wants them', () => {
  const names = { shift: 'Maj', space: 'Espace' }
  expect(printedKeys(shortcutFor('leave'), false, names)).toEqual(['Ctrl', 'Maj', 'H'])
  expect(printedKeys(shortcutFor('leave'), true, names)).toEqual(['⌘', '⇧', 'H'])
  expect(printedKeys(shortcutFor('talk'), false, names)).toEqual(['Espace'])
  expect(ariaKeys(shortcutFor('participants'), true)).toBe('Meta+Alt+P')
})

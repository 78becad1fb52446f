import { describe, expect, test } from 'vitest'
import { safeReturnTo } from './return-to.ts'

describe('a page of ours is kept', () => {
  test.each([
    '/',
    '/rooms',
    '/abc-defg-hij',
    '/rooms?search=a%20b&next=//x',
    '/abc-defg-hij#key=Zm9v',
    '/legal/privacy',
  ])('%s', (path) => {
    expect(safeReturnTo(path)).toBe(path)
  })
})

describe('anything else goes home', () => {
  test.each([
    undefined,
    '',
    'rooms',
    'https://evil.example',
    'https:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    '/\n/evil.example',
    '/\u0000',
    '/%2f%2fevil.example',
    '/%2F/evil.example',
    '/%5cevil.example',
    '/%255cevil.example',
    '/%09/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/rooms%0d%0aset-cookie:a=b',
    '/%',
    'javascript:alert(1)',
    '/api/v1/auth/login?returnTo=/rooms',
    '/%61pi/v1/auth/login',
    '/rtc',
  ])('%j', (path) => {
    expect(safeReturnTo(path)).toBe('/')
  })
})

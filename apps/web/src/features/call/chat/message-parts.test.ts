import { describe, expect, test } from 'vitest'
import { partsOf } from './message-parts.ts'

const names = ['Claire Lemoine', 'Claire', 'Paul Mercier']
const partsFor = (text: string) => partsOf(text, names, 'Paul Mercier')
const textsOf = (text: string) => partsFor(text).map((part) => `${part.kind}: ${part.text}`)

describe('links', () => {
  test('are http and https, without the sentence around them', () => {
    expect(textsOf('See https://example.org/a?b=1, and (http://localhost:8080).')).toEqual([
      'text: See ',
      'link: https://example.org/a?b=1',
      'text: , and (',
      'link: http://localhost:8080',
      'text: ).',
    ])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    '<img src=x onerror=alert(1)>',
    'ftp://example.org',
  ])('are not made of %s', (text) => {
    expect(textsOf(text)).toEqual([`text: ${text}`])
  })
})

describe('mentions', () => {
  test('take the longest name, in any case, and know one’s own', () => {
    expect(partsFor('@claire lemoine and @Paul Mercier: @Claire!')).toEqual([
      { kind: 'mention', text: '@claire lemoine', ofMe: false },
      { kind: 'text', text: ' and ' },
      { kind: 'mention', text: '@Paul Mercier', ofMe: true },
      { kind: 'text', text: ': ' },
      { kind: 'mention', text: '@Claire', ofMe: false },
      { kind: 'text', text: '!' },
    ])
  })

  test.each(['claire@claire.example', '@Clairette', '@nobody', '@ Claire'])('are not in %s', (text) => {
    expect(textsOf(text)).toEqual([`text: ${text}`])
  })
})

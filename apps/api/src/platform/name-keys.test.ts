import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, nameWithoutNumber, numberedName } from './name-keys.ts'

describe('nameKey', () => {
  it.each([
    ['case', 'CLAIRE lemoine'],
    ['diacritics', 'Clàïré Lémoiñe'],
    ['decomposed ones', 'Clai\u0308re Le\u0301moine'],
    ['strokes through letters', 'Cłaire Łemøine'],
    ['Cyrillic letters', 'Сlаіrе Lеmоіnе'],
    ['Cyrillic capitals', 'СLАІRЕ LЕМОІNЕ'],
    ['Greek letters', 'Clαιre Lemοιne'],
    ['full-width letters', 'Ｃｌａｉｒｅ　Ｌｅｍｏｉｎｅ'],
    ['letters of mathematics', '𝐂𝐥𝐚𝐢𝐫𝐞 𝓛𝓮𝓶𝓸𝓲𝓷𝓮'],
    ['small capitals', 'Claire Lᴇᴍᴏɪɴᴇ'],
    ['zero-width characters', 'Cla\u200bire\u200d Le\u2060moi\ufeffne'],
    ['soft hyphens and variation selectors', 'Clai\u00adre Lemoine\ufe0f'],
    ['bidirectional controls', '\u202eClaire\u202c \u2066Lemoine\u2069'],
    ['spaces', ' Claire \u00a0 Lemoine\u2003'],
    ['no space', 'ClaireLemoine'],
    ['punctuation', 'Claire-Lemoine.'],
    ['a capital I for an l, and a 1', 'CIaire 1emoine'],
    ['rn for m', 'Claire Lernoine'],
    ['a zero for an o', 'Claire Lem0ine'],
    ['a number behind it', 'Claire Lemoine (2)'],
    ['a full-width number', 'Claire Lemoine（２）'],
  ])('is the same whatever the %s', (_, name) => {
    expect(nameKey(name)).toBe(nameKey('Claire Lemoine'))
  })

  it.each([
    ['Paul Mercier', 'Paula Mercier'],
    ['محمد علي', 'محمود علي'],
    ['山田太郎', '山田次郎'],
    ['がく', 'かく'],
    ['रीता', 'रूता'],
    ['😀', '😎'],
    ['Agent 12', 'Agent 21'],
    ['!!!', '???'],
  ])('tells %s from %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  it('is the same with and without Arabic and Hebrew vowel signs, and for both forms of a kana', () => {
    expect(nameKey('مُحَمَّد')).toBe(nameKey('محمد'))
    expect(nameKey('מֹשֶׁה')).toBe(nameKey('משה'))
    expect(nameKey('か\u3099く')).toBe(nameKey('がく'))
  })

  it('of mere punctuation is the same whatever the spaces around it', () => {
    expect(nameKey(' & ')).toBe(nameKey('&'))
  })

  it('of Cyrillic names is told apart as their readers would', () => {
    expect(nameKey('Иван Петров')).toBe(nameKey('иван петров'))
    expect(nameKey('Иван Петров')).not.toBe(nameKey('Иван Сидоров'))
  })
})

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcéîøœßİıIlАВсеоρσ-’ 1أبت山が😀')),
  minLength: 1,
  maxLength: 30,
})
const unseen = fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u2066', '\u0301')

describe('for any name', () => {
  it('nothing unseen, no case and no form of normalisation makes it another', () => {
    fc.assert(
      fc.property(letters, unseen, fc.nat(), (name, mark, at) => {
        if (name.trim() === '') return
        const characters = Array.from(name)
        const marked = characters.toSpliced(1 + (at % characters.length), 0, mark).join('')
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
          expect(nameKey(name.normalize(form))).toBe(nameKey(name))
        expect(nameKey(marked)).toBe(nameKey(name))
      }),
    )
  })

  it('its key is there, without spaces, and the same for whatever number is behind it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 2, max: 999_999 }),
        (name, order) => {
          const shown = numberedName(name, order)
          if (name.trim() === '') return
          expect(nameKey(nameWithoutNumber(shown))).toBe(nameKey(name))
          expect(nameKey(name)).not.toBe('')
        },
      ),
    )
  })
})

it('a number behind a name is the server’s to give', () => {
  expect(nameWithoutNumber('Paul Mercier (2)')).toBe('Paul Mercier')
  expect(nameWithoutNumber('Paul Mercier (2) （３）')).toBe('Paul Mercier')
  expect(nameWithoutNumber('Salle 3')).toBe('Salle 3')
  expect(nameWithoutNumber('(2)')).toBe('(2)')
  expect(nameWithoutNumber('⑴ (2)')).toBe('(1)')
  expect([numberedName('محمد', 1), numberedName('محمد', 2)]).toEqual(['محمد', 'محمد (2)'])
})

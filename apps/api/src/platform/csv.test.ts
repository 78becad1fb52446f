import { expect, it } from 'vitest'
import { toCsv } from './csv.ts'

it('quotes texts, doubles their quotes, and leaves numbers alone', () => {
  expect(
    toCsv([
      ['Nom', 'Voix'],
      ['Dit "le grand", Paul\nligne 2', 3],
    ]),
  ).toBe('\ufeff"Nom","Voix"\r\n"Dit ""le grand"", Paul\nligne 2",3\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@x', '＝1+1', '=HYPERLINK("http://x","y")'])(
  'leaves no formula: %j',
  (text) => {
    expect(toCsv([[text]])).toBe(`\ufeff"'${text.replaceAll('"', '""')}"\r\n`)
  },
)

it('leaves texts as they are that are none', () => {
  expect(toCsv([['3 - 2 = 1', 'a@b']])).toBe('\ufeff"3 - 2 = 1","a@b"\r\n')
})

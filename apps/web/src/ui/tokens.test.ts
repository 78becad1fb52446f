import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const hex = '#[0-9a-f]{6}'
const declaration = new RegExp(`--([\\w-]+): (?:light-dark\\((${hex}), (${hex})\\)|(${hex}));`, 'g')
const tokens = new Map(
  [...css.matchAll(declaration)].map(([, name = '', light, dark, both = '']) => [name, [light ?? both, dark ?? both]]),
)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'sunken']
const text: [string, string][] = [
  ...grounds.flatMap((ground) => ['ink', 'muted', 'danger-ink'].map((ink): [string, string] => [ink, ground])),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['brand', 'brand-soft'],
  ['ink', 'brand-soft'],
  ['muted', 'brand-soft'],
  ['on-attention', 'attention'],
  ['on-attention-soft', 'attention-soft'],
  ['ink', 'attention-soft'],
  ['muted', 'attention-soft'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['ink', 'danger-soft'],
  ['muted', 'danger-soft'],
  ['danger-ink', 'danger-soft'],
  ['on-off', 'off'],
  ['on-success-soft', 'success-soft'],
  ['ink', 'control'],
  ['ink', 'control-hover'],
  ['on-control-on', 'control-on'],
  ['paper', 'ink'],
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((index): [string, string] => ['on-avatar', `avatar-${index}`]),
]
const controls: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ['field-line', 'ring', 'brand', 'success'].map((line): [string, string] => [line, ground]),
  ),
  ...['attention-soft', 'brand-soft', 'danger-soft'].map((ground): [string, string] => ['field-line', ground]),
  ['ring', 'attention-soft'],
  ['ring', 'danger-soft'],
  ['danger-ink', 'surface'],
]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, theme) => {
  const value = (name: string) => {
    const color = tokens.get(name)?.[theme]
    if (!color) throw new Error(`no token ${name}`)
    return color
  }
  test.each(text)('%s on %s is read: 4.5 or more', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(controls)('%s on %s is seen: 3 or more', (line, ground) => {
    expect(contrast(value(line), value(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('the ring around who speaks is seen on the stage', () => {
  const [, stage = ''] = tokens.get('paper') ?? []
  expect(contrast(tokens.get('speaking')?.[1] ?? '', stage)).toBeGreaterThanOrEqual(3)
})

test('every token is a colour that this test could read', () => {
  const declared = [...css.matchAll(/^ {2}--([\w-]+):/gm)].map(([, name]) => name)
  expect(new Set(tokens.keys())).toEqual(new Set(declared))
})

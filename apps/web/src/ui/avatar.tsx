import { classNames } from './class-names.ts'

const sizes = {
  small: 'size-9 text-small',
  large: 'size-24 text-[2rem]',
  /** Grows with the container it stands in, a tile of the call. */
  tile: 'size-[clamp(2.5rem,38cqmin,6.5rem)] text-[clamp(0.875rem,13cqmin,2.1rem)]',
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const firstLetter = (word: string) => segmenter.segment(word).containing(0)?.segment.toLocaleUpperCase() ?? ''

/** The first letters of the first and last word of a name: `Claire Le Goff (2)` gives `CG`. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s’'-]+/u).filter((word) => /\p{L}|^\p{N}/u.test(word))
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return firstLetter(first) + firstLetter(last)
}

/** A stable palette index, 0 to 7, where the API has given none. */
export function colorOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 4096
  return sum % 8
}

export interface AvatarProps {
  name: string
  /** Palette index, 0 to 7; by the name when left out. */
  color?: number
  size?: keyof typeof sizes
}

/**
 * Initials on a colour. Decoration: the name stands beside it in words. The letters come from CSS, so that they are no
 * part of the text of a button, which its accessible name has to contain (WCAG 2.5.3).
 */
export function Avatar({ name, color = colorOf(name), size = 'small' }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      style={{ backgroundColor: `var(--avatar-${color})` }}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-full border border-transparent font-strong text-on-avatar select-none before:content-[attr(data-initials)]',
        sizes[size],
      )}
    />
  )
}

import { classNames } from '../../../ui/class-names.ts'
import type { Size } from '../model/grid.ts'

/** A picture fills its tile; an upright phone's picture in a wide tile is shown whole instead. */
export function pictureStyle(picture: Size | undefined, tile: Size, more?: string | false): string {
  const upright = picture !== undefined && picture.height > picture.width
  return classNames(
    'absolute -inset-px size-[calc(100%+2px)] max-w-none rounded-card',
    upright && tile.width > tile.height ? 'object-contain' : 'object-cover',
    more,
  )
}

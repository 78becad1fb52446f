import { pictureSizes } from '@visavis/contracts'
import { useT } from '../../platform/i18n/use-t.ts'
import { useSettings } from '../../platform/settings.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useChangeSettings } from './use-change-settings.ts'

const ways = ['send', 'receive'] as const

/** How large cameras may be, one's own on its way to others and theirs on the way here. */
export function PictureSizes() {
  const t = useT()
  const { video } = useSettings()
  const change = useChangeSettings()
  const choose = (way: (typeof ways)[number], value: string) =>
    change({ video: { [way]: pictureSizes.find((size) => size === value) ?? 'auto' } })
  return ways.map((way) => (
    <SelectField
      key={way}
      label={t(`settings.video.${way}`)}
      hint={t(`settings.video.${way}.hint`)}
      value={video[way]}
      onChange={(event) => choose(way, event.target.value)}
    >
      {pictureSizes.map((size) => (
        <option key={size} value={size}>
          {t(`settings.video.size.${size}`)}
        </option>
      ))}
    </SelectField>
  ))
}

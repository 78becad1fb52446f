import { formatDuration } from '../../../platform/i18n/formats.ts'
import { useLanguage, useT } from '../../../platform/i18n/use-t.ts'

export interface ShareRow {
  key: string
  name: string
  /** What one should know of them, in smaller letters. */
  remark?: string
  spokenMs: number
}

export interface ShareTableProps {
  caption: string
  /** What the rows are. */
  heading: string
  rows: readonly ShareRow[]
  /** Of which the shares are. */
  totalMs: number
}

/** Who has spoken for how long, with the share of each as a bar; a table for whoever does not see it. */
export function ShareTable({ caption, heading, rows, totalMs }: ShareTableProps) {
  const t = useT()
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' })
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col />
        <col className="w-24" />
        <col className="w-16" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t('clocks.speaking.time')}</th>
          <th scope="col">{t('clocks.speaking.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, remark, spokenMs }) => {
          const share = totalMs === 0 ? 0 : spokenMs / totalMs
          return (
            <tr key={key} className="align-baseline">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                <span dir="auto" title={name} className="block truncate text-left">
                  {name}
                </span>
                {remark && <span className="block text-small text-muted">{remark}</span>}
                <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-line">
                  <span className="block h-full rounded-full bg-brand" style={{ width: `${share * 100}%` }} />
                </span>
              </th>
              <td className="py-1.5 text-right text-small tabular text-muted">{formatDuration(spokenMs / 1000)}</td>
              <td className="py-1.5 text-right font-strong tabular">{percent.format(share)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

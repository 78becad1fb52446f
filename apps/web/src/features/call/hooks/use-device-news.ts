import { useEffect, useEffectEvent } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { plainLabel } from '../../../platform/media/device-label.ts'
import { toast } from '../../../ui/toast.tsx'
import type { DeviceNews } from '../model/device-watch.ts'
import { useCall } from './call-context.ts'

/** Says what became of the microphone, camera or speakers when something was plugged in or out. */
export function useDeviceNews(): void {
  const t = useT()
  const { devices } = useCall()
  const tell = useEffectEvent((news: DeviceNews) => {
    const { what, sort } = news
    if (what === 'lost')
      return toast(t('announcements.device.lost', { what: sort, from: plainLabel(news.from) }), 'failed')
    const to = plainLabel(news.to)
    if (what === 'followed') toast(t('announcements.device.followed', { what: sort, to }))
    else toast(t('announcements.device.fellBack', { what: sort, from: plainLabel(news.from), to }))
  })
  useEffect(() => devices.onNews(tell), [devices])
}

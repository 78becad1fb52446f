import type { ReactNode } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { ActivitiesDoor } from '../activities/activities.ts'
import { ActivitiesControl } from '../activities/activities-control.tsx'
import type { SettingsDoor } from '../settings-door.ts'
import { CallFacts } from './call-facts.tsx'
import { CameraControl } from './camera-control.tsx'
import { HandControl } from './hand-control.tsx'
import { LayoutControl } from './layout-control.tsx'
import { LeaveControl } from './leave-control.tsx'
import { MicrophoneControl } from './microphone-control.tsx'
import { MoreControl } from './more-control.tsx'
import { ReactionControl } from './reaction-control.tsx'
import { SettingsControl } from './settings-control.tsx'
import { ShareControl } from './share-control.tsx'

export interface ControlBarProps {
  onEndForAll: (() => void) | null
  /** Controls of panels, on the right; a phone has them in its header. */
  panels: ReactNode
  activities: ActivitiesDoor
  settings: SettingsDoor
}

/** One row: what this is, what one does, what one looks up. A small screen has more of it under "more". */
export function ControlBar({ onEndForAll, panels, activities, settings }: ControlBarProps) {
  const t = useT()
  return (
    <div className="grid grid-cols-1 items-center gap-4 px-3 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:grid-cols-[1fr_auto_1fr] sm:px-5">
      <div className="hidden min-w-0 sm:block">
        <CallFacts />
      </div>
      <div role="toolbar" aria-label={t('call.controls')} className="flex items-center justify-center gap-2 lg:gap-3">
        <MicrophoneControl />
        <CameraControl />
        <ShareControl />
        <HandControl />
        <ReactionControl />
        <MoreControl onEndForAll={onEndForAll} onActivities={activities.toggle} onSettings={settings.open} />
        <LeaveControl onEndForAll={onEndForAll} />
      </div>
      <div className="hidden justify-end gap-2 sm:flex lg:gap-3">
        <div className="hidden lg:block">
          <LayoutControl />
        </div>
        {panels}
        <ActivitiesControl door={activities} />
        <div className="hidden lg:block">
          <SettingsControl door={settings} />
        </div>
      </div>
    </div>
  )
}

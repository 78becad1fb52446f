import { type AccessLevel, changeRoomSettings, type RoomSettings, type RoomSettingsChange } from '@visavis/contracts'

/** Who may enter a room, and how it is run. */
export interface Rules {
  readonly accessLevel: AccessLevel
  readonly settings: RoomSettings
}

/** What is to be different; the rest stays. */
export interface RulesChange {
  accessLevel?: AccessLevel
  settings?: RoomSettingsChange
}

export const changeRules = ({ accessLevel, settings }: Rules, change: RulesChange): Rules => ({
  accessLevel: change.accessLevel ?? accessLevel,
  settings: changeRoomSettings(settings, change.settings ?? {}),
})

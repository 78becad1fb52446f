/** The way to the settings, which are no part of the call. */
export interface SettingsDoor {
  open: () => void
  /** Somebody comes near. */
  prefetch: () => void
}

/** Phones' browsers cannot share their screen. */
export const canShare = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {})

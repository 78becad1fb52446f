/** Whether a page may change how loud an element plays: on iPhones and iPads only their own buttons do. */
export function canSetVolume(): boolean {
  const element = new Audio()
  element.volume = 0.5
  return element.volume === 0.5
}

/** Stands in for the browser's EventSource: a test opens, speaks and breaks the streams that a page has open. */
export class FakeEventSource extends EventTarget {
  static readonly OPEN = 1
  static open: FakeEventSource[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.open.push(this)
  }
  close() {
    FakeEventSource.open = FakeEventSource.open.filter((source) => source !== this)
  }
  say(event: string, payload: unknown) {
    this.readyState = FakeEventSource.OPEN
    this.onopen?.()
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(payload) }))
  }
  breakOff() {
    this.onerror?.()
  }
}

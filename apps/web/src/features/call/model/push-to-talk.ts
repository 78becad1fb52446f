export interface Microphone {
  isOn: () => boolean
  /** Resolves when the browser has done it, or would not. */
  set: (on: boolean) => Promise<void>
}

/**
 * Opens the microphone for as long as a key is held, and never for longer: a key let go while the browser still opens it
 * closes it as soon as it is open. Somebody who is heard anyway stays so.
 */
export function createPushToTalk(microphone: Microphone) {
  let held = false
  let talking = false
  let settling = false

  async function settle() {
    if (settling) return
    settling = true
    while (held !== talking) {
      const next = held
      await microphone.set(next)
      talking = next
      // Refused, or switched by hand in between: there is nothing left to take back.
      if (microphone.isOn() !== next) held = talking = false
    }
    settling = false
  }

  return {
    press(): void {
      if (held || (!talking && !settling && microphone.isOn())) return
      held = true
      void settle()
    },
    release(): void {
      held = false
      if (talking && !microphone.isOn()) talking = false
      void settle()
    },
  }
}

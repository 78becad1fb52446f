import { remember, remembered } from '../../../platform/storage.ts'

export const layouts = ['auto', 'grid', 'speaker', 'sidebar'] as const
export type Layout = (typeof layouts)[number]

export const viewSwitches = ['hideSelf', 'mirrorSelf', 'hideWithoutVideo'] as const
export type ViewSwitch = (typeof viewSwitches)[number]

/** How one looks at a call; nobody else is told. */
export interface View extends Readonly<Record<ViewSwitch, boolean>> {
  readonly layout: Layout
  /** Identities, the first pinned first. */
  readonly pinned: readonly string[]
}

export type ViewStore = ReturnType<typeof createView>

const isLayout = (text: string | null): text is Layout => layouts.some((layout) => layout === text)
/** One knows oneself from the mirror. */
const byDefault: Record<ViewSwitch, boolean> = { hideSelf: false, mirrorSelf: true, hideWithoutVideo: false }

function rememberedLayout(): Layout {
  const layout = remembered('view.layout')
  return isLayout(layout) ? layout : 'auto'
}
const rememberedSwitch = (name: ViewSwitch) => (remembered(`view.${name}`) ?? String(byDefault[name])) === 'true'

/** The layout and its switches outlive the call in this browser; who is pinned does not. */
export function createView() {
  const listeners = new Set<() => void>()
  let state: View = {
    layout: rememberedLayout(),
    hideSelf: rememberedSwitch('hideSelf'),
    mirrorSelf: rememberedSwitch('mirrorSelf'),
    hideWithoutVideo: rememberedSwitch('hideWithoutVideo'),
    pinned: [],
  }
  function set(change: Partial<View>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    setLayout(layout: Layout) {
      remember('view.layout', layout)
      set({ layout })
    },
    toggle(name: ViewSwitch) {
      const on = !state[name]
      remember(`view.${name}`, String(on))
      set({ [name]: on })
    },
    togglePin(identity: string) {
      const others = state.pinned.filter((other) => other !== identity)
      set({ pinned: others.length < state.pinned.length ? others : [...others, identity] })
    },
  }
}

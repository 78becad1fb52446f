import { useEffect, useEffectEvent } from 'react'
import { isApple } from '../../../platform/apple.ts'
import { settings } from '../../../platform/settings.ts'
import { createPushToTalk } from '../model/push-to-talk.ts'
import { isFree, type ShortcutId, shortcutOf } from '../model/shortcuts.ts'
import { useCall } from './call-context.ts'

const keysOf = (event: KeyboardEvent) => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') }
}

/** Listens for the shortcuts of a call, wherever on the page the focus is. */
export function useShortcuts(actions: Pick<Record<ShortcutId, () => void>, 'participants' | 'help'>): void {
  const { local, connection } = useCall()
  const toggle = (kind: 'microphone' | 'camera') => void local.set(kind, !local.getState()[kind])
  const act = useEffectEvent((id: Exclude<ShortcutId, 'talk'>) => {
    const all = {
      ...actions,
      microphone: () => toggle('microphone'),
      camera: () => toggle('camera'),
      leave: connection.leave,
    }
    all[id]()
  })

  useEffect(() => {
    const talk = createPushToTalk({
      isOn: () => local.getState().microphone,
      set: (on) => local.set('microphone', on),
    })
    function onKeyDown(event: KeyboardEvent) {
      const shortcut = event.isComposing || event.defaultPrevented ? null : shortcutOf(keysOf(event), isApple())
      if (!shortcut || !isFree(shortcut, document.activeElement)) return
      if (shortcut.modifiers.length === 0 && !settings.get().accessibility.singleKeys) return
      event.preventDefault()
      if (shortcut.id === 'talk') talk.press()
      else if (!event.repeat) act(shortcut.id)
    }
    const controller = new AbortController()
    const { signal } = controller
    window.addEventListener('keydown', onKeyDown, { signal })
    window.addEventListener('keyup', ({ key }) => key === ' ' && talk.release(), { signal })
    // Another window has the keyboard: the release of the key will never be told.
    window.addEventListener('blur', talk.release, { signal })
    return () => {
      controller.abort()
      talk.release()
    }
  }, [local])
}

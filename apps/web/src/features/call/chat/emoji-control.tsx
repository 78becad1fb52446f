import { Smile } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'

const picker = lazyOverlay(async () => ({ default: (await import('./emoji-picker.tsx')).EmojiPicker }))

/** Opens the emoji; closed without a choice, it has the focus again. */
export function EmojiControl({ onPick }: { onPick: (sign: string) => void }) {
  const t = useT()
  const ref = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useFocusBack(ref, open)
  return (
    <div ref={ref}>
      <IconButton
        icon={Smile}
        label={t('chat.emoji')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={picker.prefetch}
        onFocus={picker.prefetch}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense fallback={null}>
          <picker.Component
            anchor={ref}
            onPick={(sign) => {
              setOpen(false)
              onPick(sign)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

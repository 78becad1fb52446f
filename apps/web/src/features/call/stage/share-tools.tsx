import { Maximize, Minimize, RotateCcw, ZoomIn, ZoomOut } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { mostScale, zoomStep } from '../model/zoom.ts'

export interface ShareToolsProps {
  scale: number
  onZoom: (factor: number) => void
  onReset: () => void
  fullScreen: { on: boolean; toggle: (() => void) | null }
}

/** Enlarges a shared screen; seen while one points at it or has the focus in it, and always on a touch screen. */
export function ShareTools({ scale, onZoom, onReset, fullScreen }: ShareToolsProps) {
  const t = useT()
  const { on, toggle } = fullScreen
  return (
    <div
      role="group"
      aria-label={t('call.zoom')}
      className="absolute right-2 bottom-2 pointer-coarse:top-2 pointer-coarse:bottom-auto flex rounded-control border border-transparent bg-[rgb(8_14_17/0.82)] transition-opacity duration-150 not-group-hover/share:opacity-0 focus-within:opacity-100! pointer-coarse:opacity-100! @max-[13rem]:hidden"
    >
      <IconButton
        icon={ZoomOut}
        label={t('call.zoom.out')}
        aria-disabled={scale === 1}
        onClick={() => onZoom(1 / zoomStep)}
      />
      <IconButton
        icon={ZoomIn}
        label={t('call.zoom.in')}
        aria-disabled={scale === mostScale}
        onClick={() => onZoom(zoomStep)}
      />
      <IconButton icon={RotateCcw} label={t('call.zoom.reset')} aria-disabled={scale === 1} onClick={onReset} />
      {toggle && (
        <IconButton
          icon={on ? Minimize : Maximize}
          label={t(on ? 'call.fullScreen.leave' : 'call.fullScreen')}
          onClick={toggle}
        />
      )}
    </div>
  )
}

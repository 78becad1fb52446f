import { useEffect, useRef } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import type { Capture } from '../../platform/media/local-media.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { FaultWords } from './fault-words.tsx'

export interface PreviewPictureProps {
  camera: Capture
  name: string
  what: 'camera' | 'both'
  onRetry: () => void
}

/** The camera's picture, mirrored as one knows oneself, or why there is none. */
export function PreviewPicture({ camera, name, what, onRetry }: PreviewPictureProps) {
  const t = useT()
  const { on, status, track, fault } = camera
  if (track) return <MirroredVideo track={track} label={t('prejoin.preview')} />
  // Room below for the controls, so that they cover no word.
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 px-6 pt-4 pb-20 text-center">
      {on && fault ? (
        <FaultWords fault={fault} what={what} onRetry={onRetry} />
      ) : (
        <>
          <Avatar name={name} size="large" />
          <p role="status" className="text-muted">
            {t(on && status === 'starting' ? 'prejoin.camera.starting' : 'prejoin.camera.off')}
          </p>
        </>
      )}
    </div>
  )
}

function MirroredVideo({ track, label }: { track: MediaStreamTrack; label: string }) {
  const ref = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (ref.current) ref.current.srcObject = new MediaStream([track])
  }, [track])
  return (
    <video
      ref={ref}
      autoPlay
      muted
      playsInline
      aria-label={label}
      className="absolute -inset-px size-[calc(100%+2px)] max-w-none -scale-x-100 object-cover"
    />
  )
}

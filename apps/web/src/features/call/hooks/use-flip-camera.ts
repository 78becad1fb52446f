import { SwitchCamera } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { faultText } from '../../../platform/media/fault-text.ts'
import { faultOf } from '../../../platform/media/faults.ts'
import type { MenuSection } from '../../../ui/menu-items.ts'
import { toast } from '../../../ui/toast.tsx'
import { flipCamera } from '../model/flip-camera.ts'
import { useCall } from './call-context.ts'
import { useDevices } from './use-devices.ts'
import { useLocal } from './use-local.ts'

/** The part of a menu that turns to the phone's other camera; empty while the camera is off, or has no other side. */
export function useFlipCamera(): MenuSection[] {
  const t = useT()
  const { local } = useCall()
  const { camera } = useLocal()
  const { frontAndBack } = useDevices()
  const track = local.getTrack('camera')
  if (!frontAndBack || !camera || !track) return []
  const failed = (error: unknown) => toast(faultText(t, faultOf(error), 'camera').title, 'failed')
  const onAction = () => void flipCamera(track).catch(failed)
  return [{ items: [{ id: 'flip', label: t('call.camera.flip'), icon: SwitchCamera, onAction }] }]
}

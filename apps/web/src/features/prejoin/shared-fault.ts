import type { Capture } from '../../platform/media/local-media.ts'

/** Whether camera and microphone are both wanted and fail for the same reason: then it is said once. */
export const sharedFault = (camera: Capture, microphone: Capture): boolean =>
  camera.on && microphone.on && camera.fault !== null && camera.fault === microphone.fault

import type { PictureLimits } from '../model/picture-limits.ts'

/** What can be taken away right now. */
export interface Burden {
  /** Other people's cameras that are on. */
  cameras: number
  /** Whether one's own camera is sent. */
  sends: boolean
}

interface LoadStep {
  readonly limits: Partial<PictureLimits>
  /** Whether it would lighten anything that the step before has left. */
  readonly helps: (burden: Burden) => boolean
}

const fewCameras = 4

/**
 * What is shed, step by step: first what is missed least, the size of what is seen, then some of it, and one's own picture
 * last, for that is what the others came for. Sound and shared screens are never touched.
 */
export const loadSteps: readonly LoadStep[] = [
  { limits: {}, helps: () => true },
  { limits: { receive: 360 }, helps: ({ cameras }) => cameras > 0 },
  { limits: { receive: 360, cameras: fewCameras }, helps: ({ cameras }) => cameras > fewCameras },
  { limits: { receive: 360, cameras: fewCameras, send: 360 }, helps: ({ sends }) => sends },
  {
    limits: { receive: 180, cameras: fewCameras, send: 180, framesPerSecond: 12 },
    helps: ({ cameras, sends }) => sends || cameras > 0,
  },
]

import { remember, remembered } from '../storage.ts'
import type { DeviceSort } from './devices.ts'

export type CaptureKind = Exclude<DeviceSort, 'speaker'>

/** The device chosen in this browser the last time, or null. Ids are per site and say nothing elsewhere. */
export const preferredDevice = (sort: DeviceSort): string | null => remembered(`device.${sort}`)

export const preferDevice = (sort: DeviceSort, id: string): void => remember(`device.${sort}`, id)

/** Whether one came with this switched on the last time; on for those who come first. */
export const prefersOn = (kind: CaptureKind): boolean => remembered(`on.${kind}`) !== 'no'

export const preferOn = (kind: CaptureKind, on: boolean): void => remember(`on.${kind}`, on ? null : 'no')

import { readFileSync } from 'node:fs'

export { app } from '../../../apps/api/src/app.ts'
export const read = readFileSync

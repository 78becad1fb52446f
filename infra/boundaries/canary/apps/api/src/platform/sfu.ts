import type { Entry } from '../features/lobby/lobby.service.ts'

export type Sfu = { entry: Entry }

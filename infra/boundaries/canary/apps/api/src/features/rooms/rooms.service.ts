import type { Entry } from '../lobby/lobby.service.ts'
import { app } from '../../app.ts'

export type Room = { entry: Entry; app: typeof app }

import { app } from '../../app.ts'
import type { Entry } from '../lobby/lobby.service.ts'

export type Room = { entry: Entry; app: typeof app }

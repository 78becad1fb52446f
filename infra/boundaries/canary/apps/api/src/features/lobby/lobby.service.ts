import type { Room } from '../rooms/rooms.service.ts'

export type Entry = { room: Room }

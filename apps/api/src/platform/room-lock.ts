import type { Prisma, Room } from '../generated/prisma/client.ts'

/**
 * Holds a room still until the transaction ends: meanwhile nobody else changes it, opens a call in it or adds members.
 * Null when it is gone.
 */
export async function lockRoom(transaction: Prisma.TransactionClient, roomId: string): Promise<Room | null> {
  await transaction.$queryRaw`select 1 as locked from "Room" where id = ${roomId}::uuid for update`
  return await transaction.room.findUnique({ where: { id: roomId } })
}

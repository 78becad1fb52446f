import { changeSettings, type Settings, type SettingsChange, settingsSchema } from '@visavis/contracts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'

/** Changes some of an agent's settings; answers all of them. Two devices at once change one after the other. */
export function createChangeSettings(prisma: Prisma) {
  return (agentId: string, change: SettingsChange): Promise<Settings> =>
    prisma.$transaction(async (transaction) => {
      const [row] = await transaction.$queryRaw<{ settings: unknown }[]>`
        select "settings" from "User" where "id" = ${agentId}::uuid for update`
      if (row === undefined) throw new ProblemError('unauthenticated')
      const settings = changeSettings(settingsSchema.parse(row.settings), change)
      await transaction.user.update({ where: { id: agentId }, data: { settings } })
      return settings
    })
}

import {
  changeRoomSettings,
  getMe,
  getSettings,
  roomSettingsSchema,
  setNewRooms,
  settingsSchema,
  updateSettings,
} from '@visavis/contracts'
import { agentView } from '../../platform/agents.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { createChangeSettings } from './settings.service.ts'

/** Who is signed in, and how they want the product to be. */
export function meRoutes(mount: Mount, deps: { prisma: Prisma; currentAgent: CurrentAgent }): void {
  const { prisma, currentAgent } = deps
  const change = createChangeSettings(prisma)

  mount(getMe, async ({ raw }) => {
    const user = await currentAgent(raw)
    return { agent: user === null ? null : agentView(user) }
  })

  mount(getSettings, async ({ raw }) => settingsSchema.parse((await requireAgent(currentAgent, raw)).settings))

  mount(updateSettings, async ({ body, raw }) => change((await requireAgent(currentAgent, raw)).id, body))

  mount(setNewRooms, async ({ body: { accessLevel, settings }, raw }) => {
    const { id } = await requireAgent(currentAgent, raw)
    const newRooms = { accessLevel, settings: changeRoomSettings(roomSettingsSchema.parse({}), settings) }
    // Who has just erased their account has none to keep it in.
    await prisma.user.updateMany({ where: { id }, data: { newRooms } })
    return undefined
  })
}

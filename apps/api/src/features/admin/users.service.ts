import type { InstanceRole } from '@visavis/contracts'
import type { Prisma as Sql, User } from '../../generated/prisma/client.ts'
import { lockAdministrators } from '../../platform/administrators.ts'
import type { Audit, AuditAction } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'

export interface UsersDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  endSessionsOf(userId: string): Promise<void>
  /** Out of every lobby and call. */
  putAgentOut(userId: string): Promise<void>
}

export interface UserChange {
  readonly role?: InstanceRole | undefined
  readonly disabled?: boolean | undefined
}

async function refuseToLoseTheLast(tx: Sql.TransactionClient, actorId: string, userId: string): Promise<void> {
  const administrators = await lockAdministrators(tx)
  if (!administrators.has(actorId)) throw new ProblemError('forbidden')
  administrators.delete(userId)
  if (administrators.size === 0) throw new ProblemError('last_administrator')
}

function actionsOf(user: User, { role, disabled }: UserChange): AuditAction[] {
  const actions: AuditAction[] = []
  if (role !== undefined && role !== user.role) actions.push('user.role')
  if (disabled === true && user.disabledAt === null) actions.push('user.disabled')
  if (disabled === false && user.disabledAt !== null) actions.push('user.enabled')
  return actions
}

/** Changes an agent's role or disables them. What it says holds at once, on every copy and for everything that is open. */
export function createUsers(deps: UsersDeps) {
  const { prisma, events, audit } = deps

  async function store(actorId: string, userId: string, change: UserChange): Promise<void> {
    await prisma.$transaction(async (tx) => {
      if (change.role === 'AGENT' || change.disabled === true) await refuseToLoseTheLast(tx, actorId, userId)
      const user = await tx.user.findUnique({ where: { id: userId } })
      if (user === null) throw new ProblemError('not_found')
      const { role, disabled } = change
      const actions = actionsOf(user, change)
      if (actions.length === 0) return
      await tx.user.update({
        where: { id: userId },
        data: {
          ...(role !== undefined && { role }),
          ...(disabled !== undefined && { disabledAt: disabled ? (user.disabledAt ?? new Date()) : null }),
        },
      })
      for (const action of actions)
        await audit(
          { action, actorId, subjectId: userId, ...(action === 'user.role' && role && { details: { role } }) },
          tx,
        )
    })
  }

  return async (actorId: string, userId: string, change: UserChange): Promise<void> => {
    await store(actorId, userId, change)
    if (change.disabled !== true) return
    // Also when they were disabled before: the SFU may have been away then.
    await deps.endSessionsOf(userId)
    await events.publish(`agent:${userId}`)
    await deps.putAgentOut(userId)
  }
}

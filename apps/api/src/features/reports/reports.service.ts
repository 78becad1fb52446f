import type { ReportReason } from '@visavis/contracts'
import type { Participant } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { samePerson } from '../../platform/removals.ts'

interface ReportsDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly retentionDays: number
}

const dayMilliseconds = 86_400_000

/** What participants tell administrators of each other. Nobody in the call is told, least of all by whom. */
export function createReports({ prisma, audit, retentionDays }: ReportsDeps) {
  return {
    /** Also of somebody who has left or was removed. Nobody reports themselves. */
    async report(
      reporter: Participant,
      subjectId: string,
      told: { reason: ReportReason; text: string },
    ): Promise<void> {
      const { callId } = reporter
      const where = { id: subjectId, callId }
      const subject = await prisma.participant.findFirst({ where, include: { call: { select: { roomId: true } } } })
      if (subject === null) throw new ProblemError('not_found')
      const own = { id: subjectId, ...samePerson(reporter) }
      if ((await prisma.participant.count({ where: own })) > 0)
        throw new ProblemError('conflict', { title: 'Nobody reports themselves.' })
      await prisma.$transaction(async (tx) => {
        const { id } = await tx.report.create({
          data: {
            ...told,
            callId,
            roomId: subject.call.roomId,
            reporterId: reporter.id,
            reporterUserId: reporter.userId,
            reporterName: reporter.displayName,
            subjectId,
            subjectUserId: subject.userId,
            subjectName: subject.displayName,
          },
        })
        const details = { callId, reportId: id, reason: told.reason }
        const audited = subject.userId ?? subjectId
        await audit({ action: 'participant.reported', actorId: reporter.userId, subjectId: audited, details }, tx)
      })
    },

    /** Deletes the reports whose time is over. */
    async forget(now: Date): Promise<void> {
      const before = new Date(now.getTime() - retentionDays * dayMilliseconds)
      await prisma.report.deleteMany({ where: { at: { lt: before } } })
    },
  }
}

export type Reports = ReturnType<typeof createReports>

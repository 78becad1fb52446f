import { useQuery } from '@tanstack/react-query'
import type { Room } from '@visavis/contracts'
import { Suspense } from 'react'
import { loadCatalogues } from '../../platform/i18n/messages.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { lazyOverlay } from '../../ui/lazy-overlay.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AddMemberForm } from './add-member-form.tsx'
import { MemberRow } from './member-row.tsx'
import { membersQuery } from './rooms-queries.ts'

const bansList = lazyOverlay(async () => {
  const [{ BansList }] = await Promise.all([import('./bans-list.tsx'), loadCatalogues(['moderation'])])
  return { default: BansList }
})

/** Who is a co-host or a member of a room, and who is kept out of it. */
export function MembersDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useT()
  const editable = room.role === 'owner'
  return (
    <Dialog title={t('dashboard.members.title', { name: room.name })} closeLabel={t('common.close')} onClose={onClose}>
      <div className="mt-2 flex flex-col gap-5">
        <Members slug={room.slug} editable={editable} />
        {editable && <AddMemberForm slug={room.slug} />}
        <Suspense fallback={null}>
          <bansList.Component slug={room.slug} />
        </Suspense>
      </div>
    </Dialog>
  )
}

function Members({ slug, editable }: { slug: string; editable: boolean }) {
  const t = useT()
  const members = useQuery(membersQuery(slug))
  if (members.error) {
    const { title, advice } = problemText(t, toProblem(members.error))
    return (
      <Notice
        title={title}
        text={advice}
        action={<Button onClick={() => members.refetch()}>{t('common.retry')}</Button>}
      />
    )
  }
  if (!members.data) {
    return (
      <div role="status" aria-label={t('common.loading')} className="flex items-center gap-3 py-2">
        <Skeleton className="size-9 rounded-full" />
        <Skeleton className="w-48" />
      </div>
    )
  }
  if (members.data.items.length === 0) return <p className="text-muted">{t('dashboard.members.none')}</p>
  return (
    <ul className="max-h-[40dvh] overflow-auto">
      {members.data.items.map((member) => (
        <MemberRow key={member.id} slug={slug} member={member} editable={editable} />
      ))}
    </ul>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { deleteMember, type Member, putMember } from '@visavis/contracts'
import { Crown, UserMinus, UserRound } from 'lucide-react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { MoreMenu } from '../../ui/more-menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { membersQuery } from './rooms-queries.ts'

export interface MemberRowProps {
  slug: string
  member: Member
  /** Only the owner decides who is in; co-hosts may look. */
  editable: boolean
}

/** One co-host or member of a room. */
export function MemberRow({ slug, member, editable }: MemberRowProps) {
  const t = useT()
  const client = useQueryClient()
  const callbacks = {
    onSuccess: () => client.invalidateQueries(membersQuery(slug)),
    onError: (error: Error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  }
  const name = member.displayName ?? member.email
  const other = member.role === 'cohost' ? 'member' : 'cohost'
  const change = useMutation({
    mutationFn: () => callApi(putMember, { params: { slug }, body: { email: member.email, role: other } }),
    ...callbacks,
  })
  const remove = useMutation({
    mutationFn: () => callApi(deleteMember, { params: { slug, memberId: member.id } }),
    ...callbacks,
  })
  const items = [
    {
      id: 'role',
      label: t(`dashboard.members.make.${other}`),
      icon: other === 'cohost' ? Crown : UserRound,
      onAction: () => change.mutate(),
    },
    {
      id: 'remove',
      label: t('dashboard.members.remove'),
      icon: UserMinus,
      danger: true,
      onAction: () => remove.mutate(),
    },
  ]
  return (
    <li className="flex items-center gap-3 py-2">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="truncate">{name}</p>
        <p className="truncate text-small text-muted">
          {t(`dashboard.role.${member.role}`)} ·{' '}
          {member.displayName === null ? t('dashboard.members.pending') : member.email}
        </p>
      </div>
      {editable && <MoreMenu label={t('dashboard.members.actions', { name })} sections={[{ items }]} />}
    </li>
  )
}

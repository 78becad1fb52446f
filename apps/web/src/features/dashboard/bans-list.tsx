import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Ban, liftBan } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { formatPast } from '../../platform/i18n/formats.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { bansQuery } from './rooms-queries.ts'

/** Who is kept out of a room, for its hosts, who may let them come again. Nothing where nobody is. */
export function BansList({ slug }: { slug: string }) {
  const t = useT()
  const bans = useQuery(bansQuery(slug))
  if (bans.error) {
    const { title, advice } = problemText(t, toProblem(bans.error))
    return (
      <Notice
        title={title}
        text={advice}
        action={<Button onClick={() => bans.refetch()}>{t('common.retry')}</Button>}
      />
    )
  }
  if (!bans.data || bans.data.items.length === 0) return null
  return (
    <section aria-labelledby="bans" className="border-t border-line pt-4">
      <h3 id="bans" className="font-strong">
        {t('moderation.bans')}
      </h3>
      <ul className="max-h-[30dvh] overflow-auto">
        {bans.data.items.map((ban) => (
          <BanRow key={ban.id} slug={slug} ban={ban} />
        ))}
      </ul>
    </section>
  )
}

function BanRow({ slug, ban }: { slug: string; ban: Ban }) {
  const t = useT()
  const { id, verified, bannedAt } = ban
  const displayName = ban.displayName || t('moderation.erasedAccount')
  const client = useQueryClient()
  const lift = useMutation({
    mutationFn: () => callApi(liftBan, { params: { slug, banId: id } }),
    onSuccess: async () => {
      toast(t('moderation.bans.lifted', { name: displayName }))
      await client.invalidateQueries(bansQuery(slug))
    },
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  const words = verified ? 'moderation.bans.agent' : 'moderation.bans.guest'
  return (
    <li className="flex items-center gap-3 py-2">
      <Avatar name={displayName} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-left">
          {displayName}
        </p>
        <p className="truncate text-small text-muted">{t(words, { when: formatPast(bannedAt) })}</p>
      </div>
      <Button
        size="small"
        aria-label={t('moderation.bans.liftOf', { name: displayName })}
        busy={lift.isPending}
        onClick={() => lift.mutate()}
      >
        {t('moderation.bans.lift')}
      </Button>
    </li>
  )
}

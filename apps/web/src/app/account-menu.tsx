import { type Agent, logout } from '@visavis/contracts'
import { LogOut, UserRound } from 'lucide-react'
import { useTransition } from 'react'
import { useLocation } from 'wouter'
import { callApi } from '../platform/api.ts'
import { problemText } from '../platform/i18n/problem-text.ts'
import { useT } from '../platform/i18n/use-t.ts'
import { routes } from '../platform/paths.ts'
import { toProblem } from '../platform/problem.ts'
import { remember } from '../platform/storage.ts'
import { Avatar } from '../ui/avatar.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { toast } from '../ui/toast.tsx'
import '../ui/styles-beyond-home.css'

/** Who is signed in, the way to what they decide about their account, and the way out. */
export default function AccountMenu({ agent }: { agent: Agent }) {
  const t = useT()
  const [, navigate] = useLocation()
  const [leaving, startLeaving] = useTransition()
  const signOut = () =>
    startLeaving(async () => {
      try {
        const { redirectTo } = await callApi(logout, {})
        remember('signed-in', null)
        location.assign(redirectTo)
      } catch (error) {
        toast(problemText(t, toProblem(error)).title, 'failed')
      }
    })
  const items = [
    { id: 'profile', label: t('account.profile'), icon: UserRound, onAction: () => navigate(routes.profile) },
    { id: 'sign-out', label: t('account.signOut'), icon: LogOut, disabled: leaving, onAction: signOut },
  ]
  return (
    <MenuButton
      label={t('account.label', { name: agent.displayName })}
      sections={[{ heading: agent.email, items }]}
      className="-mr-2 flex min-h-11 items-center gap-3 rounded-control px-2 font-strong hover:bg-sunken aria-expanded:bg-sunken"
    >
      <Avatar name={agent.displayName} />
      <span className="hidden max-w-56 truncate sm:block">{agent.displayName}</span>
    </MenuButton>
  )
}

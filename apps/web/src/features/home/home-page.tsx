import { LogIn } from 'lucide-react'
import { Link } from 'wouter'
import { useConfig } from '../../platform/config.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { useMe } from '../../platform/me.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { loginUrl, routes } from '../../platform/paths.ts'
import { buttonStyle } from '../../ui/button-style.ts'
import { MeetingCircles } from './meeting-circles.tsx'
import { RoomLinkForm } from './room-link-form.tsx'

/** The first page: what this is, the way in for agents, and the way in for everybody with a link. */
export default function HomePage() {
  const t = useT()
  usePageTitle()
  return (
    <div className="m-auto grid w-full max-w-7xl grid-cols-[minmax(0,1fr)] items-center gap-8 px-4 py-6 sm:px-8 lg:grid-cols-2 lg:gap-16">
      <div className="flex max-w-xl flex-col gap-7 lg:max-w-none">
        <div className="flex flex-col gap-5">
          <h1 className="text-[2rem] leading-tight max-[22.5rem]:text-[1.75rem] sm:text-display sm:text-balance">
            {t('home.title')}
          </h1>
          <p className="max-w-[34rem] text-[1.125rem] leading-relaxed text-pretty text-muted">{t('home.promise')}</p>
        </div>
        <div>
          <SignIn />
        </div>
        <RoomLinkForm />
      </div>
      <MeetingCircles className="w-full max-w-[38rem] max-lg:order-first max-lg:aspect-[5/3] max-lg:max-w-xl max-lg:rounded-preview max-lg:[@media(max-height:47rem)]:hidden lg:justify-self-end" />
    </div>
  )
}

function SignIn() {
  const t = useT()
  const { identityProviderName } = useConfig()
  const agent = useMe()
  const look = buttonStyle('filled', 'large', 'max-sm:w-full max-sm:px-3')
  if (agent) {
    return (
      <Link href={routes.dashboard} className={look}>
        {t('home.myRooms')}
      </Link>
    )
  }
  return (
    <a href={loginUrl()} className={look}>
      <LogIn aria-hidden="true" size={20} />
      {t('common.signInWith', { provider: identityProviderName })}
    </a>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Agent, Profile } from '@visavis/contracts'
import { DataSection } from '../features/profile/data-section.tsx'
import { NameSection } from '../features/profile/name-section.tsx'
import { profileQuery } from '../features/profile/profile-queries.ts'
import { ProfileSection } from '../features/profile/profile-section.tsx'
import { ProfileSkeleton } from '../features/profile/profile-skeleton.tsx'
import { SessionsSection } from '../features/profile/sessions-section.tsx'
import { NewRoomRules } from '../features/rules/new-room-rules.tsx'
import { AccessibilitySection } from '../features/settings/accessibility-section.tsx'
import { GeneralSection } from '../features/settings/general-section.tsx'
import { NotificationsSection } from '../features/settings/notifications-section.tsx'
import { TimeZoneField } from '../features/settings/time-zone-field.tsx'
import { useT } from '../platform/i18n/use-t.ts'
import { usePageTitle } from '../platform/page-title.ts'
import { DeviceDefaults } from './profile/device-defaults.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { useAgent } from './use-agent.ts'
import { useAppliedSettings } from './use-applied-settings.ts'

/** Everything that an agent decides about their own account. */
export default function ProfilePage() {
  const t = useT()
  const agent = useAgent()
  usePageTitle(t('profile.title'))
  if (!agent) return <SignInScreen />
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 sm:px-8 lg:py-9">
      <h1 className="text-title">{t('profile.title')}</h1>
      <Contents agent={agent} />
    </div>
  )
}

function Contents({ agent }: { agent: Agent }) {
  useAppliedSettings()
  const client = useQueryClient()
  const { data: profile, error } = useQuery(profileQuery)
  // The whole page then, with its way to try again.
  if (error) throw error
  if (!profile) return <ProfileSkeleton />
  const keepRules = (newRooms: Profile['newRooms']) =>
    client.setQueryData(profileQuery.queryKey, (known) => known && { ...known, newRooms })
  return <Sections agent={agent} profile={profile} onRulesKept={keepRules} />
}

interface SectionsProps {
  agent: Agent
  profile: Profile
  onRulesKept: (rules: Profile['newRooms']) => void
}

function Sections({ agent, profile, onRulesKept }: SectionsProps) {
  const t = useT()
  return (
    <>
      <NameSection agent={agent} profile={profile} />
      <ProfileSection title={t('profile.language')}>
        <GeneralSection />
        <TimeZoneField />
      </ProfileSection>
      <ProfileSection title={t('settings.notifications')}>
        <div>
          <NotificationsSection />
        </div>
      </ProfileSection>
      <ProfileSection title={t('settings.accessibility')}>
        <div>
          <AccessibilitySection />
        </div>
      </ProfileSection>
      <ProfileSection title={t('profile.devices')} hint={t('profile.devices.hint')}>
        <DeviceDefaults />
      </ProfileSection>
      <ProfileSection title={t('profile.newRooms')} hint={t('profile.newRooms.hint')}>
        <NewRoomRules kept={profile.newRooms} onKept={onRulesKept} />
      </ProfileSection>
      <SessionsSection />
      <DataSection agent={agent} profile={profile} />
    </>
  )
}

import { useT } from '../../../platform/i18n/use-t.ts'
import type { ButtonVariant } from '../../../ui/button-style.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { useInvitation } from '../hooks/use-invitation.ts'

/** Copies the invitation and says so in its own place. */
export function InvitationButton({ variant }: { variant: ButtonVariant }) {
  const t = useT()
  const { text, onRefused } = useInvitation()
  return (
    <CopyButton variant={variant} text={text} copiedLabel={t('call.invitation.copied')} onRefused={onRefused}>
      {t('call.invitation.copy')}
    </CopyButton>
  )
}

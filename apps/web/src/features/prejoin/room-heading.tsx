import { useT } from '../../platform/i18n/use-t.ts'

export interface RoomHeadingProps {
  slug: string
  /** Null where a stranger may not know it. */
  name: string | null
  ownerName: string | null
}

/** Where one is about to go. */
export function RoomHeading({ slug, name, ownerName }: RoomHeadingProps) {
  const t = useT()
  return (
    <>
      <p className="text-small text-muted sm:text-body">{t('prejoin.joining')}</p>
      <h1 className="text-title">{name ?? t('prejoin.unnamedRoom', { slug })}</h1>
      {ownerName !== null && <p className="hidden text-muted sm:block">{t('prejoin.hostedBy', { name: ownerName })}</p>}
    </>
  )
}

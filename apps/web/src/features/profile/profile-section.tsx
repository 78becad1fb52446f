import { type ReactNode, useId } from 'react'

export interface ProfileSectionProps {
  title: string
  /** What it is about, below its title. */
  hint?: string
  children: ReactNode
}

/** A card of the profile. */
export function ProfileSection({ title, hint, children }: ProfileSectionProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="rounded-card border border-line bg-surface p-4 sm:p-6">
      <h2 id={heading} className="text-heading">
        {title}
      </h2>
      {hint && <p className="mt-1 text-small text-muted">{hint}</p>}
      <div className="mt-4 flex flex-col gap-4">{children}</div>
    </section>
  )
}

import { type ReactNode, useState } from 'react'
import { useLanguage, useT } from '../../../platform/i18n/use-t.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { sortPeople } from '../model/sort-people.ts'
import { HandQueue } from './hand-queue.tsx'
import { InvitationButton } from './invitation-button.tsx'
import { Panel } from './panel.tsx'
import { PersonRow } from './person-row.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { useHosting } from './use-hosting.ts'

export interface ParticipantsPanelProps {
  people: readonly CallPerson[]
  mayRemove: boolean
  /** Who waits to be let in, above everybody else. */
  waiting: ReactNode
  onClose: () => void
}

/** Everybody in the call, who leads first; the invitation for who is missing. */
export function ParticipantsPanel({ people, mayRemove, waiting, onClose }: ParticipantsPanelProps) {
  const t = useT()
  const language = useLanguage()
  const { spotlight } = useHosting()
  const [removing, setRemoving] = useState<CallPerson | null>(null)
  return (
    <Panel
      title={t('call.people.title', { count: people.length })}
      onClose={onClose}
      footer={<InvitationButton variant="outline" />}
    >
      {waiting}
      <HandQueue people={people} hosting={mayRemove} />
      <h3 className="px-1.5 pt-4 pb-1 text-small font-normal text-muted">{t('call.people.here')}</h3>
      <ul>
        {sortPeople(people, language).map((person) => (
          <PersonRow
            key={person.identity}
            person={person}
            onSpotlight={mayRemove ? (on) => spotlight(on ? person.identity : null) : null}
            onRemove={mayRemove && !person.isLocal ? () => setRemoving(person) : null}
          />
        ))}
      </ul>
      {removing && <RemoveDialog person={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  )
}

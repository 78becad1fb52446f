import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useLanguage, useT } from '../../../platform/i18n/use-t.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { type CallPerson, usePeople } from '../hooks/use-people.ts'
import { useSize } from '../hooks/use-size.ts'
import { findPeople } from '../model/find-people.ts'
import { sortPeople } from '../model/sort-people.ts'
import { SpeakingTold } from '../speaking-time/speaking-told.tsx'
import { HandQueue } from './hand-queue.tsx'
import { InvitationButton } from './invitation-button.tsx'
import { Panel } from './panel.tsx'
import { PeopleList } from './people-list.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { useHosting } from './use-hosting.ts'

export interface ParticipantsPanelProps {
  mayRemove: boolean
  /** Who waits to be let in, above everybody else. */
  waiting: ReactNode
  onClose: () => void
}

/** Fewer are found faster with the eyes. */
const searchFrom = 12

/** Everybody in the call, who leads first; the invitation for who is missing. */
export function ParticipantsPanel({ mayRemove, waiting, onClose }: ParticipantsPanelProps) {
  const t = useT()
  const people = usePeople()
  const language = useLanguage()
  const { spotlight } = useHosting()
  const [removing, setRemoving] = useState<CallPerson | null>(null)
  const [search, setSearch] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const [above, aboveSize] = useSize<HTMLDivElement>()
  const searchable = people.length >= searchFrom
  const wanted = searchable ? search : ''
  const sorted = useMemo(() => sortPeople(people, language), [people, language])
  const found = useMemo(() => findPeople(sorted, wanted), [sorted, wanted])
  return (
    <Panel
      title={t('call.people.title', { count: people.length })}
      onClose={onClose}
      scroller={scroller}
      footer={
        <>
          <SpeakingTold />
          <InvitationButton variant="outline" />
        </>
      }
    >
      <div ref={above} className="flow-root">
        {waiting}
        <HandQueue people={people} hosting={mayRemove} />
        <h3 className="px-1.5 pt-4 pb-1 text-small font-normal text-muted">{t('call.people.here')}</h3>
        {searchable && <SearchField label={t('call.people.search')} onSearch={setSearch} className="mt-1 mb-2" />}
        <p role="status" className="px-1.5 text-small text-muted">
          {wanted !== '' && t('call.people.found', { count: found.length, search: wanted })}
        </p>
      </div>
      {aboveSize && (
        <PeopleList
          people={found}
          scroller={scroller}
          offsetPx={aboveSize.height}
          onSpotlight={mayRemove ? spotlight : null}
          onRemove={mayRemove ? setRemoving : null}
        />
      )}
      {removing && <RemoveDialog person={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  )
}

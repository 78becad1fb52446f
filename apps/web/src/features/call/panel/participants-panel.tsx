import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useLanguage, useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { usePeople } from '../hooks/use-people.ts'
import { useSize } from '../hooks/use-size.ts'
import { findPeople } from '../model/find-people.ts'
import { sortPeople } from '../model/sort-people.ts'
import { MuteAllButton } from '../moderation/mute-all-button.tsx'
import { SpeakingTold } from '../speaking-time/speaking-told.tsx'
import { HandQueue } from './hand-queue.tsx'
import { InvitationButton } from './invitation-button.tsx'
import { Panel } from './panel.tsx'
import { PeopleList } from './people-list.tsx'
import { useHosting } from './use-hosting.ts'

export interface ParticipantsPanelProps {
  mayRemove: boolean
  /** Who waits to be let in, above everybody else. */
  waiting: ReactNode
  onRules: () => void
  onClose: () => void
}

/** Fewer are found faster with the eyes. */
const searchFrom = 12

/** Everybody in the call, who leads first; the invitation for who is missing. */
export function ParticipantsPanel({ mayRemove, waiting, onRules, onClose }: ParticipantsPanelProps) {
  const t = useT()
  const people = usePeople()
  const language = useLanguage()
  const { spotlight } = useHosting()
  const [search, setSearch] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const [above, aboveSize] = useSize<HTMLDivElement>()
  const searchable = people.length >= searchFrom
  const wanted = searchable ? search : ''
  const sorted = useMemo(() => sortPeople(people, language), [people, language])
  const found = useMemo(() => findPeople(sorted, wanted), [sorted, wanted])
  return (
    <Panel
      title={t('people.title', { count: people.length })}
      onClose={onClose}
      scroller={scroller}
      footer={
        <>
          <SpeakingTold />
          <div className="flex flex-wrap gap-2">
            <InvitationButton variant="outline" />
            <Button onClick={onRules} aria-haspopup="dialog" aria-label={t('people.rules')}>
              {t('people.rules.short')}
            </Button>
          </div>
        </>
      }
    >
      <div ref={above} className="flow-root">
        {waiting}
        <HandQueue people={people} hosting={mayRemove} />
        <header className="flex min-h-11 items-center justify-between gap-3 pt-3 pb-1 pl-1.5">
          <h3 className="text-small font-normal text-muted">{t('people.here')}</h3>
          {mayRemove && people.length > 1 && <MuteAllButton />}
        </header>
        {searchable && <SearchField label={t('people.search')} onSearch={setSearch} className="mt-1 mb-2" />}
        <p role="status" className="px-1.5 text-small text-muted">
          {wanted !== '' && t('people.found', { count: found.length, search: wanted })}
        </p>
      </div>
      {aboveSize && (
        <PeopleList
          people={found}
          scroller={scroller}
          offsetPx={aboveSize.height}
          onSpotlight={mayRemove ? spotlight : null}
        />
      )}
    </Panel>
  )
}

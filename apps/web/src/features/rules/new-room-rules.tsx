import { useMutation } from '@tanstack/react-query'
import { type AccessLevel, type RoomSettings, setNewRooms } from '@visavis/contracts'
import { useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { useConfig } from '../../platform/config.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toast } from '../../ui/toast.tsx'
import { RuleFields } from './rule-fields.tsx'
import { changeRules } from './rules.ts'

export interface UsualRules {
  /** Null: as the operator's policy has it. */
  readonly accessLevel: AccessLevel | null
  readonly settings: RoomSettings
}

/** The rules of the rooms that one makes from now on; what is changed holds at once, and is taken back where it was refused. */
export function NewRoomRules({ kept, onKept }: { kept: UsualRules; onKept: (rules: UsualRules) => void }) {
  const t = useT()
  const { defaultAccessLevel } = useConfig()
  const [shown, setShown] = useState(kept)
  const { mutate } = useMutation({
    // One after the other: each says all of them.
    scope: { id: 'new-rooms' },
    mutationFn: (rules: UsualRules) => callApi(setNewRooms, { body: rules }),
    onSuccess: (_, rules) => onKept(rules),
    onError: () => {
      setShown(kept)
      toast(t('rules.notKept'), 'failed')
    },
  })
  const rules = { ...shown, accessLevel: shown.accessLevel ?? defaultAccessLevel }
  return (
    <RuleFields
      {...rules}
      onChange={(change) => {
        const { settings } = changeRules(rules, change)
        const next = { accessLevel: change.accessLevel ?? shown.accessLevel, settings }
        setShown(next)
        mutate(next)
      }}
    />
  )
}

import { useMutation } from '@tanstack/react-query'
import { updateRoom } from '@visavis/contracts'
import { useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { changeRules, type Rules, type RulesChange } from './rules.ts'

/** The rules of a room as they will be, from the click on; and as they are again where a change was refused, which is said. */
export function useChangedRules(slug: string, rules: Rules, onChanged: () => void = () => {}) {
  const t = useT()
  const [shown, setShown] = useState(rules)
  const [known, setKnown] = useState(rules)
  if (JSON.stringify(known) !== JSON.stringify(rules)) {
    setKnown(rules)
    setShown(rules)
  }
  const { mutate } = useMutation({
    mutationFn: (body: RulesChange) => callApi(updateRoom, { params: { slug }, body }),
    onSuccess: onChanged,
    onError: (error) => {
      setShown(rules)
      toast(problemText(t, toProblem(error)).title, 'failed')
    },
  })
  const change = (changed: RulesChange) => {
    setShown(changeRules(shown, changed))
    mutate(changed)
  }
  return [shown, change] as const
}

import type { ReactNode } from 'react'
import { PeopleContext, useGatheredPeople } from './hooks/use-people.ts'

/** Gathers who is in the call for what is inside; only what asks for them is drawn again when they change. */
export function People({ children }: { children: ReactNode }) {
  return <PeopleContext value={useGatheredPeople()}>{children}</PeopleContext>
}

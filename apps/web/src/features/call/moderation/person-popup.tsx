import { type MenuPopup, plainMenu } from '../../../ui/menu-button.tsx'
import type { CallPerson } from '../hooks/use-people.ts'
import { personMenu } from './lazy-moderation.ts'

function prefetch() {
  plainMenu.prefetch()
  personMenu.prefetch()
}

/** Lets the menu of a row or a tile have what one can do to its person. */
export const personPopup = (person: CallPerson): MenuPopup => ({
  prefetch,
  render: (plain) => <personMenu.Component {...plain} person={person} />,
})

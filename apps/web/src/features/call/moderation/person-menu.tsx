import { plainMenu } from '../../../ui/menu-button.tsx'
import type { MenuPopupProps } from '../../../ui/menu-popup.tsx'
import type { CallPerson } from '../hooks/use-people.ts'
import { usePersonActions } from './use-person-actions.ts'

/** The menu of somebody's row or tile: what it is given, and what one may do to them. */
export function PersonMenu({ person, sections, ...plain }: MenuPopupProps & { person: CallPerson }) {
  return plainMenu.render({ ...plain, sections: [...sections, ...usePersonActions(person)] })
}

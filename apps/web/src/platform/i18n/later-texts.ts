import type { Messages } from '@lingui/core'

/** Texts of what is opened in a call or in a dialog: where they are is not known to a page before it is needed. */
export const laterTexts = import.meta.glob<{ messages: Messages }>(
  '../../locales/*/{account,activities,announcements,breakouts,chat,clocks,hearing,load,moderation,names,people,profile,rules,settings}.json',
  { query: '?lingui' },
)

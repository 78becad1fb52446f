import type account from '../../locales/fr/account.json'
import type activities from '../../locales/fr/activities.json'
import type admin from '../../locales/fr/admin.json'
import type announcements from '../../locales/fr/announcements.json'
import type breakouts from '../../locales/fr/breakouts.json'
import type call from '../../locales/fr/call.json'
import type chat from '../../locales/fr/chat.json'
import type clocks from '../../locales/fr/clocks.json'
import type common from '../../locales/fr/common.json'
import type dashboard from '../../locales/fr/dashboard.json'
import type hearing from '../../locales/fr/hearing.json'
import type home from '../../locales/fr/home.json'
import type load from '../../locales/fr/load.json'
import type lobby from '../../locales/fr/lobby.json'
import type media from '../../locales/fr/media.json'
import type moderation from '../../locales/fr/moderation.json'
import type names from '../../locales/fr/names.json'
import type people from '../../locales/fr/people.json'
import type prejoin from '../../locales/fr/prejoin.json'
import type problems from '../../locales/fr/problems.json'
import type profile from '../../locales/fr/profile.json'
import type rules from '../../locales/fr/rules.json'
import type settings from '../../locales/fr/settings.json'
import type signals from '../../locales/fr/signals.json'
import type waiting from '../../locales/fr/waiting.json'

/** Every text of the interface. A misspelt key does not compile; a test holds the languages together. */
export type MessageKey =
  | keyof typeof account
  | keyof typeof activities
  | keyof typeof admin
  | keyof typeof announcements
  | keyof typeof breakouts
  | keyof typeof call
  | keyof typeof chat
  | keyof typeof clocks
  | keyof typeof common
  | keyof typeof dashboard
  | keyof typeof hearing
  | keyof typeof home
  | keyof typeof load
  | keyof typeof lobby
  | keyof typeof media
  | keyof typeof moderation
  | keyof typeof names
  | keyof typeof people
  | keyof typeof prejoin
  | keyof typeof problems
  | keyof typeof profile
  | keyof typeof rules
  | keyof typeof settings
  | keyof typeof signals
  | keyof typeof waiting

import { normalizeName } from '@visavis/contracts'

type Language = 'fr' | 'en'

/** The first of French and English in an `Accept-Language` header (RFC 9110, 12.5.4); French when it names neither. */
export function preferredLanguage(acceptLanguage = ''): Language {
  const wanted = acceptLanguage.split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().split(';')
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1]
    return { language: range.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }
  })
  const best = wanted
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0]
  return best?.language === 'en' ? 'en' : 'fr'
}

/** What a room is called until somebody names it: « Salon de Claire », “Claire’s room”. */
export function defaultRoomName(ownerName: string, language: Language): string {
  const firstName = normalizeName(ownerName).split(' ')[0]?.slice(0, 60) ?? ''
  if (language === 'en') return `${firstName}’s room`
  const elides = /^[aeiouh]/i.test(firstName.normalize('NFD'))
  return `Salon ${elides ? 'd’' : 'de '}${firstName}`
}

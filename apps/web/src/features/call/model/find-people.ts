/** As one types a name in a hurry: without accents and capitals. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those in whose names every word of the text is found; everybody for no text. */
export function findPeople<P extends { name: string }>(people: readonly P[], text: string): readonly P[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return people
  return people.filter(({ name }) => {
    const known = plain(name)
    return words.every((word) => known.includes(word))
  })
}

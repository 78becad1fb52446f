const given = ['Amina', 'Bruno', 'Chloé', 'Driss', 'Élodie', 'François', 'Gaëlle', 'Hugo', 'Inès', 'Jérôme']
const family = ['Almeida', 'Bernard', 'Caron', 'Diallo', 'Étienne', 'Fournier', 'Garcia', 'Haddad', 'Imbert', 'Joly']

/** So many different names, in no order. */
export const namesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / 100)
    const name = `${given[(index * 7) % 10]} ${family[(Math.floor(index / 10) + index * 3) % 10]}`
    return round === 0 ? name : `${name}-${family[round % 10]}`
  })

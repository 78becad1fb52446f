const firstDelayMs = 500
const longestDelayMs = 8000

/** The pause after so many failed tries: doubling up to a ceiling, spread by a quarter so that a call does not ask as one. */
export function retryDelayMs(failures: number, random: () => number = Math.random): number {
  const delayMs = Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs)
  return Math.round(delayMs * (0.75 + random() / 2))
}

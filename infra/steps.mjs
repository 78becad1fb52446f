import { stderr } from 'node:process'

/** Seconds after which a step that prints to a log, not to a terminal, says that it is still at work. */
const REMIND_SECONDS = 30

/** @param {number} startedMs */
const seconds = (startedMs) => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`

/** @param {string} mark @param {string} title @param {string} right */
const line = (mark, title, right) => `  ${mark} ${title.padEnd(52)} ${right}`

/**
 * Runs one long step and shows it as a line of a list: what it is, how far it is, how long it took. `work` gets a
 * function that replaces the detail shown while it runs. What `work` throws is thrown on.
 *
 * @template T
 * @param {string} title
 * @param {(detail: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedMs = Date.now()
  let detail = ''
  const show = () => {
    const text = line('…', title, `${seconds(startedMs)}  ${detail}`)
    if (stderr.isTTY) stderr.write(`\r\x1b[2K${text.slice(0, stderr.columns - 1)}`)
    else stderr.write(`${text}\n`)
  }
  const timer = setInterval(show, stderr.isTTY ? 200 : REMIND_SECONDS * 1000)
  try {
    const result = await work((text) => {
      detail = text
    })
    finish('✓')
    return result
  } catch (error) {
    finish('✗')
    throw error
  } finally {
    clearInterval(timer)
  }

  /** @param {string} mark */
  function finish(mark) {
    stderr.write(`${stderr.isTTY ? '\r\x1b[2K' : ''}${line(mark, title, seconds(startedMs))}\n`)
  }
}

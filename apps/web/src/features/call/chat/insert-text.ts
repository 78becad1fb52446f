/** A text with something put in its place between two positions, and where the caret stands then. */
export function insertText(text: string, insertion: string, start: number, end: number) {
  return { text: text.slice(0, start) + insertion + text.slice(end), caret: start + insertion.length }
}

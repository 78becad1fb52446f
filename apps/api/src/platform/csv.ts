// What makes a spreadsheet program take a cell for a formula (OWASP, "CSV Injection"), also behind blanks and in full width.
const formula = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u

/** Plain numbers stay numbers. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  return `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}

/**
 * Rows as a CSV file (RFC 4180) that opens in spreadsheet programs as the text it is: a byte order mark says that it is
 * UTF-8, every text is quoted, and one that would be read as a formula begins with an apostrophe.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

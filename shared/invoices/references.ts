const SHORTEST_NAME = 4
const MOST_PARTS = 12

/** Every piece of a text that may be the whole number of an invoice, a contract or an order, in capitals. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>()
  for (const run of text.normalize('NFKC').toUpperCase().match(/[A-Z0-9][A-Z0-9\-_/.#]+/g) ?? []) {
    const parts = run.split(/([-_/.#])/).slice(0, MOST_PARTS)
    for (let from = 0; from < parts.length; from += 2) {
      for (let to = from + 1; to <= parts.length; to += 2) names.add(parts.slice(from, to).join(''))
    }
    for (const digits of run.match(/\d+/g) ?? []) names.add(digits)
  }
  return new Set([...names].filter((name) => name.length >= SHORTEST_NAME && /\d/.test(name)))
}

/** Numbers in a text that may be those of invoices, contracts or orders. */
export const numbersNamed = (text: string): string[] => text.match(/(?<![A-Za-z0-9])(?:\d{20}|\d{8}|[A-Za-z]{1,6}-?\d{4}-\d{2,6})(?!\d)/g) ?? []

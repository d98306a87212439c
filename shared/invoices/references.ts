/** Numbers in a text that may be those of invoices, contracts or orders. */
export const numbersNamed = (text: string): string[] => text.match(/(?<![A-Za-z0-9])(?:\d{20}|\d{8}|[A-Za-z]{1,6}-?\d{4}-\d{2,6})(?!\d)/g) ?? []

/** Gives a column of a file its meaning: a field stands for one column and a column for one field. */
export function withField(mapping: Readonly<Record<string, number>>, column: number, field: string | undefined): Record<string, number> {
  const others = Object.entries(mapping).filter(([name, index]) => index !== column && name !== field)
  return Object.fromEntries(field === undefined ? others : [...others, [field, column]])
}

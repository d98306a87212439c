/** Months counted from January 2026, as days are from its first: the model's own calendar, not the product's. */
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1)

export const firstOf = (month: number): number => (Date.UTC(2026, month, 1) - START) / DAY
export const lastOf = (month: number): number => firstOf(month + 1) - 1
export const monthText = (month: number): string => new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 7)

export function monthOf(day: number): number {
  const on = new Date(START + day * DAY)
  return (on.getUTCFullYear() - 2026) * 12 + on.getUTCMonth()
}

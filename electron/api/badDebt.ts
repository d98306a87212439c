export const badDebt = {}

export const rates = {}

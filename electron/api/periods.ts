export const periods = {}

export const limitation = {}

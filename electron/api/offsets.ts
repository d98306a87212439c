export const offsets = {}

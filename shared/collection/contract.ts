export const collection = {}

export const acceptances = {}

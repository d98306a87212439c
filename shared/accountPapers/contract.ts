export const accountPapers = {}

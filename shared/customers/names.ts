/** How names of customers are compared: width, case, brackets, spaces and punctuation make no difference. （集团） and (集团) are one name. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s()[\]{}<>·.,'"\-_/\\]/g, '')

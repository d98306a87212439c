/** Whether a party of a document is the office's own company: what it bought is no debt of a customer, what others sold is not its own. */
import { nameKey } from '../customers/names.ts'

export interface OwnCompany {
  name: string
  taxNumber: string
}

const taxKey = (text: string): string => text.replace(/\s/g, '').toUpperCase()
/** A name that a company could be registered under; a ledger that was called 新账套 says nothing about its owner. */
const REGISTERED = /公司|集团|厂|商行|商店|中心|合作社|事务所|研究院|\b(?:ltd|limited|inc|llc|gmbh|corp|corporation|company|plc|s\.?a\.?)\b/i

/** True or false where tax numbers or names tell, null where nothing can be said. */
export function isOwn(own: OwnCompany, party: { taxNumber: string; name: string }): boolean | null {
  const [ours, theirs] = [taxKey(own.taxNumber), taxKey(party.taxNumber)]
  if (ours !== '' && theirs !== '') return ours === theirs
  if (party.name === '' || !REGISTERED.test(own.name)) return null
  return nameKey(own.name) === nameKey(party.name)
}

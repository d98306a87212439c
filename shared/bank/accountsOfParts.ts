/** Sheets that are read as one list, or the files of an archive, may still be those of several accounts: their titles or names tell. */
import type { Problems } from '../sheets/problems.ts'
import { accountOfName, accountOfTitles, sameAccount } from './account.ts'
import type { StatementPlace } from './mapping.ts'

/** Shorter numbers in the name of a file count its exports. */
const FEWEST_DIGITS = 12

/** The accounts that the parts tell each for itself, above their lists or else by their names; parts that tell none are not asked. */
export function accountsOfParts({ parts }: Pick<StatementPlace, 'parts'>): string[] {
  const told = parts.flatMap(({ above, sheet }) => {
    const named = accountOfName(sheet.name)
    return accountOfTitles(above).number || (named.length < FEWEST_DIGITS ? [] : named)
  })
  const accounts: string[] = []
  for (const account of told) if (!accounts.some((known) => sameAccount(account, known) || sameAccount(known, account))) accounts.push(account)
  return accounts
}

/** Lines of two accounts must never be booked on one. */
export function refuseSeveralAccounts(place: StatementPlace, problems: Problems): void {
  const accounts = accountsOfParts(place)
  if (accounts.length > 1) problems.add(null, '', 'SEVERAL_ACCOUNTS', accounts.join(', '), { count: accounts.length })
}

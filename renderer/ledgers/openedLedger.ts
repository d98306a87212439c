/** After another ledger was opened nothing on screen is true any more: everything asks again. */
import { invalidateAll, keepSession } from '../api.ts'
import { closeAllTabs } from '../navigation.ts'

export function openedLedger(): void {
  // A session belongs to the ledger in which its user stands.
  keepSession(null)
  closeAllTabs()
  invalidateAll()
}

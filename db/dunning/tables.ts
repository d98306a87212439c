import type { LetterContent, LetterLevel } from '../../shared/dunning/schemas.ts'
import type { customersTables } from '../customers/tables.ts'
import type { Kit } from '../engine/kit.ts'

export const dunningTables = (k: Kit, customers: ReturnType<typeof customersTables>['customers']) => {
  const letters = k.table('letters', {
    id: k.id('id'), number: k.text('number'), level: k.oneOf<LetterLevel>('level'), customerId: k.int('customer_id').references(() => customers.id),
    issuedOn: k.day('issued_on'), payBy: k.day('pay_by'), currency: k.text('currency'), amount: k.money('amount'), items: k.int('items'),
    content: k.json<LetterContent>('content'), hash: k.text('hash'), issuedBy: k.text('issued_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('letters_number').on(t.number),
    k.index('letters_issued_on').on(t.issuedOn, t.id),
    k.index('letters_customer').on(t.customerId, t.issuedOn, t.id),
  ])
  const letterPrints = k.table('letter_prints', {
    id: k.id('id'), letterId: k.int('letter_id').references(() => letters.id), at: k.instant('at'), by: k.text('by'), reprint: k.bool('reprint'), how: k.text('how'), seal: k.text('seal'),
  }, (t) => [k.index('letter_prints_letter').on(t.letterId, t.id)])
  return { letters, letterPrints }
}

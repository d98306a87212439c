import { sql } from 'drizzle-orm'
import type { OffsetKind } from '../../shared/offsets/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const offsetsTables = (k: Kit) => ({
  /** 冲账单. `customerId` is whose debts are settled, `otherCustomerId` who takes them over. A reversal is negative. */
  offsets: k.table('offsets', {
    id: k.id('id'), number: k.text('number'), kind: k.oneOf<OffsetKind>('kind'), customerId: k.int('customer_id'), otherCustomerId: k.maybeInt('other_customer_id'),
    offsetOn: k.day('offset_on'), currency: k.text('currency'), amount: k.money('amount'), document: k.text('document'), note: k.text('note'),
    reversesId: k.maybeInt('reverses_id'), reason: k.text('reason'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('offsets_number').on(t.number),
    k.index('offsets_offset_on').on(t.offsetOn, t.id),
    k.index('offsets_customer').on(t.customerId, t.offsetOn, t.id),
    k.index('offsets_other_customer').on(t.otherCustomerId, t.offsetOn, t.id).where(sql`other_customer_id is not null`),
    k.uniqueIndex('offsets_reverses').on(t.reversesId).where(sql`reverses_id is not null`),
  ]),
  /** Which allocations an offset made. */
  offsetLines: k.table('offset_lines', {
    id: k.id('id'), offsetId: k.int('offset_id'), allocationId: k.int('allocation_id'), seal: k.text('seal'),
  }, (t) => [k.index('offset_lines_offset').on(t.offsetId, t.id), k.uniqueIndex('offset_lines_allocation').on(t.allocationId)]),
})

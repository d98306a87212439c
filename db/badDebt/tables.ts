import { sql } from 'drizzle-orm'
import type { ProvisionContent, WriteOffKind, WriteOffStep } from '../../shared/badDebt/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const badDebtTables = (k: Kit) => ({
  /** 坏账准备计提: what must stand in the allowance on a day, what stood there, and the entry that makes up the difference. */
  provisions: k.table('provisions', {
    id: k.id('id'), number: k.text('number'), asOf: k.day('as_of'), currency: k.text('currency'), required: k.money('required'), existing: k.money('existing'), amount: k.money('amount'),
    content: k.json<ProvisionContent>('content'), hash: k.text('hash'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('provisions_number').on(t.number), k.index('provisions_as_of').on(t.asOf, t.id)]),
  /** 坏账核销 and 坏账收回: the step that asked for it and the one that approved it are rows of their own. */
  writeOffs: k.table('write_offs', {
    id: k.id('id'), number: k.text('number'), kind: k.oneOf<WriteOffKind>('kind'), customerId: k.int('customer_id'), currency: k.text('currency'), amount: k.money('amount'),
    writtenOffOn: k.day('written_off_on'), reason: k.text('reason'), evidence: k.text('evidence'), requestId: k.maybeInt('write_off_request_id'), recoversId: k.maybeInt('recovers_id'),
    reversesId: k.maybeInt('reverses_id'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('write_offs_number').on(t.number),
    k.index('write_offs_customer').on(t.customerId, t.writtenOffOn, t.id),
    k.index('write_offs_written_off_on').on(t.writtenOffOn, t.id),
    k.uniqueIndex('write_offs_reverses').on(t.reversesId).where(sql`reverses_id is not null`),
    k.index('write_offs_recovers').on(t.recoversId).where(sql`recovers_id is not null`),
  ]),
  /** A request to write off, not posted to any debt before a second person approves it. */
  writeOffRequests: k.table('write_off_requests', {
    id: k.id('id'), customerId: k.int('customer_id'), currency: k.text('currency'), amount: k.money('amount'), lines: k.json<{ itemId: number; amount: number }[]>('lines'),
    reason: k.text('reason'), evidence: k.text('evidence'), askedOn: k.day('asked_on'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), postedById: k.int('posted_by_id'), seal: k.text('seal'),
  }, (t) => [k.index('write_off_requests_customer').on(t.customerId, t.id)]),
  writeOffSteps: k.table('write_off_steps', {
    id: k.id('id'), writeOffRequestId: k.int('write_off_request_id'), step: k.oneOf<WriteOffStep>('step'), note: k.text('note'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('write_off_steps_request').on(t.writeOffRequestId)]),
})

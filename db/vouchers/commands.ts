import { eq } from 'drizzle-orm'
import { monthOf, type Day } from '../../shared/day.ts'
import type { PrintWay } from '../../shared/paper.ts'
import { Refusal } from '../../shared/refusal.ts'
import { nextPrint } from '../prints.ts'
import { hashOf } from '../seal.ts'
import type { Writer } from '../writer.ts'
import { voucherContent } from './queries.ts'

const SERIES = 'SJ'

export interface IssuedVouchers {
  ids: number[]
  leftOut: { receiptId: number; reason: string }[]
}

/**
 * Issues one numbered voucher a receipt, a snapshot that stays what it is. Refuses the whole batch for a receipt that gets
 * none (by the reasons of the contract), or leaves that one out when `skipLeftOut` says so.
 */
export async function issueVouchers(tx: Writer, input: { receiptIds: readonly number[]; issuedOn?: Day | undefined; skipLeftOut: boolean }, { today }: { today: Day }): Promise<IssuedVouchers> {
  const issuedOn = input.issuedOn ?? today
  if (issuedOn > today) throw new Refusal('datedAhead', { field: 'issuedOn', params: { day: today } })
  const issued: IssuedVouchers = { ids: [], leftOut: [] }
  for (const [index, receiptId] of input.receiptIds.entries()) {
    try {
      issued.ids.push(await issue(tx, receiptId, issuedOn, `receiptIds.${index}`))
    } catch (error) {
      if (!(error instanceof Refusal) || !input.skipLeftOut) throw error
      issued.leftOut.push({ receiptId, reason: error.reason })
    }
  }
  return issued
}

async function issue(tx: Writer, receiptId: number, issuedOn: Day, field: string): Promise<number> {
  const { customerId, ...draft } = await voucherContent(tx, receiptId, { issuedOn, field, issuedBy: tx.by.name })
  const id = await tx.nextId(tx.t.vouchers)
  const content = { ...draft, number: await tx.nextNumber(SERIES, monthOf(issuedOn)) }
  const { number, currency, amount } = content
  await tx.post(tx.t.vouchers, [{ id, number, receiptId, customerId, issuedOn, currency, amount, content, hash: hashOf(JSON.stringify(content)), issuedBy: tx.by.name }])
  tx.mention(`voucher:${id}:${number}`)
  return id
}

/** Notes that a voucher goes to paper; true when it went before, so that this one is marked 补打. */
export async function noteVoucherPrint(tx: Writer, voucherId: number, how: PrintWay): Promise<boolean> {
  const { voucherPrints } = tx.t
  const print = await nextPrint(tx, voucherPrints, eq(voucherPrints.voucherId, voucherId), how)
  await tx.post(voucherPrints, [{ ...print, voucherId }])
  return print.reprint
}

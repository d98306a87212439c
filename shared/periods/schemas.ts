import { z } from 'zod'
import { zDay, zMonth } from '../day.ts'
import { itemKind } from '../invoices/schemas.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId } from '../procedure.ts'

/** opening + debits − credits = closing, in minor units; `aging` is the same closing balance by way of the aging. */
export const controlTotal = z.object({ currency: zCurrency, opening: zMoney, debits: zMoney, credits: zMoney, closing: zMoney, aging: zMoney })
export type ControlTotal = z.infer<typeof controlTotal>
export const controlTotalRow = controlTotal.extend({ customerId: zId, code: z.string(), name: z.string() })
export type ControlTotalRow = z.infer<typeof controlTotalRow>
/** 应收总控: one row a customer and currency, one total a currency. */
export const controlTotals = z.object({
  month: zMonth, rows: z.array(controlTotalRow), totals: z.array(controlTotal),
  disagreeing: z.int().meta({ description: '期末余额与账龄表不符的客户数；应为 0' }),
})
export type ControlTotals = z.infer<typeof controlTotals>

export const movement = z.object({
  on: zDay, kind: itemKind, documentId: zId, number: z.string(), text: z.string().meta({ description: '发票号或附言' }), debit: zMoney, credit: zMoney, balance: zMoney,
})
export type Movement = z.infer<typeof movement>
/** 客户明细账 of one month: each document with the balance after it. */
export const ledgerCard = z.object({
  month: zMonth, customerId: zId, code: z.string(), name: z.string(), currency: zCurrency, opening: zMoney, debits: zMoney, credits: zMoney, closing: zMoney, rows: z.array(movement),
})
export type LedgerCard = z.infer<typeof ledgerCard>

export const amountOf = z.object({ currency: zCurrency, amount: zMoney })
export type AmountOf = z.infer<typeof amountOf>

export const periodEvent = z.object({ month: zMonth, kind: z.enum(['closed', 'reopened']), reason: z.string(), at: z.string(), by: z.string() })
export type PeriodEvent = z.infer<typeof periodEvent>
export const period = z.object({
  month: zMonth, status: z.enum(['open', 'closed']), over: z.boolean().meta({ description: '月份已过，可以结账' }),
  closedAt: z.string(), closedBy: z.string(), balances: z.array(amountOf).meta({ description: '月末余额，各币种' }), events: z.array(periodEvent),
})
export type Period = z.infer<typeof period>

/** What is looked at before a month is closed; `account` once for each bank account that lacks its reconciliation. */
export const CHECKS = ['drafts', 'totals', 'bankLines', 'unallocated', 'acceptances', 'account'] as const
export const zCheck = z.enum(CHECKS)
export type Check = z.infer<typeof zCheck>
/** blocks 不能结账 · warning 提醒 · note 提示 · ok 通过 */
export const LEVELS = ['ok', 'note', 'warning', 'blocks'] as const
export type Level = (typeof LEVELS)[number]
export const checkLine = z.object({
  check: zCheck, level: z.enum(LEVELS), count: z.int(), amounts: z.array(amountOf),
  bankAccountId: z.int().nullable(), name: z.string().meta({ description: '银行账户名称' }),
})
export type CheckLine = z.infer<typeof checkLine>
export const monthCheck = z.object({
  month: zMonth, status: z.enum(['open', 'closed']), lines: z.array(checkLine),
  refusal: z.string().nullable().meta({ description: '现在不能结账的原因代码；空为可以结账' }),
  firstToClose: zMonth.nullable().meta({ description: '应先结账的月份' }), reopens: z.boolean().meta({ description: '是最后结账的月份，可以反结账' }),
})
export type MonthCheck = z.infer<typeof monthCheck>

import { z } from 'zod'
import { zDay } from '../day.ts'
import { zAmountOrZero, zMoney } from '../money.ts'
import { zId, zName, zNote, zShort, zShownName } from '../procedure.ts'
import { DEFAULT_TERMS, zTerms, zTermsInput } from '../terms/schemas.ts'

export const contact = z.object({ name: zShort, role: zShort, phone: zShort, email: zShort })
export type Contact = z.infer<typeof contact>

const fields = {
  name: zName, shortName: zShort,
  mnemonic: zShort.meta({ description: '助记码；空则取简称的拼音首字母' }),
  taxNumber: zShort, phone: zShort, address: zShort, bankName: zShort, bankAccount: zShort,
  department: zShort, note: zNote,
  creditLimit: zAmountOrZero.nullable().default(null),
  cutOffDate: z.int().min(1).max(31).nullable().default(null).meta({ description: '开票截止日' }),
  cutOffCounts: z.boolean().default(true).meta({ description: '截止日当天是否仍算本月' }),
}

export const customerInput = z.object({
  code: z.string().trim().max(40).default('').meta({ description: '空则自动编号' }),
  ...fields,
  contacts: z.array(contact).max(20).default([]),
  salespersonId: zId.nullable().default(null),
  terms: zTermsInput.default(DEFAULT_TERMS),
  active: z.boolean().default(true),
})
export type CustomerInput = z.output<typeof customerInput>

export const customerView = z.object({
  id: zId, version: z.int(), code: z.string(), ...fields,
  contacts: z.array(contact), salespersonId: z.int().nullable(), salesperson: zShownName, terms: zTerms, active: z.boolean(),
})
export type CustomerView = z.infer<typeof customerView>

export const customerRow = z.object({
  id: zId, version: z.int(), code: z.string(), name: zShownName, shortName: zShownName, mnemonic: z.string(), taxNumber: z.string(), phone: z.string(),
  department: zShownName, salesperson: zShownName, active: z.boolean(), terms: zTerms, cutOffDate: z.int().nullable(), cutOffCounts: z.boolean(), creditLimit: zMoney.nullable(),
  open: zMoney.meta({ description: '应收余额（未收款项减红字），本位币' }), advance: zMoney.meta({ description: '预收（未核销收款），本位币' }),
})
export type CustomerRow = z.infer<typeof customerRow>

/** Terms and a cut-off, tried on a day. */
export const dueDayInput = z.object({ on: zDay, terms: zTermsInput, cutOffDate: fields.cutOffDate, cutOffCounts: fields.cutOffCounts })
export const dueDayView = z.object({
  dueOn: zDay, countsOn: zDay.meta({ description: '视同交票日' }), cutOffOn: zDay.nullable().meta({ description: '本月实际截止日' }),
  holidaysUnknown: z.boolean().meta({ description: '节假日未知：所涉年份没有放假通知，按周六周日' }),
  recorded: z.boolean().meta({ description: '账套是否记录起算事件；否则按单据日起算' }),
})
export type DueDayView = z.infer<typeof dueDayView>

export const customerHit = z.object({ id: zId, code: z.string(), name: z.string(), shortName: z.string(), mnemonic: z.string(), salesperson: zShownName })
export type CustomerHit = z.infer<typeof customerHit>

/**
 * Whatever later reading depends on is judged before it is stored: every procedure that changes settings or an editable
 * record is given nonsense in each of its fields. None ends in an unexpected error, what is refused has changed nothing,
 * and after what is accepted the whole office still answers.
 */
import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST_MAIL_TEXTS } from '../../shared/deliveries/mailDefaults.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { BUILT_IN_LOOK } from '../../shared/templates/schemas.ts'
import { answerOf, call, PASSWORD, router, TestOffice } from '../support/offices.ts'

const COMPANY = {
  name: '苏州恒锐', taxNumber: '91320500MA1X', bankName: '工商银行', bankAccount: '1102', address: '苏州', contact: '李', phone: '0512', standard: 'small', currency: 'CNY', timeZone: 'Asia/Shanghai', startOn: '2026-01-01',
}
const OPTIONS = {
  tolerance: 100, basis: 'due', boundaries: [30, 60], letterGapDays: 10, letterMinimum: 10_000, demandAfterDays: 15, secondDemandAfterDays: 45, finalNoticeAfterDays: 90, letterFees: [0, 0, 0, 0],
  interestBasis: 'lpr', dailyRate: 500, lprFactor: 130, daysInYear: 365, interestOnLetters: false, openingAllowance: 0, provisionRates: { months: [12], rates: [500, 10_000] }, payWithinDays: 7, lockAfterMinutes: 0,
}
const CUSTOMER = {
  code: 'C1', name: '上海机械', shortName: '上机', taxNumber: '9131', bankName: '工行', bankAccount: '62', address: '上海', phone: '021', department: '销售一部', salespersonId: null, terms: { days: 30 }, cutOffDate: 25,
  creditLimit: 100, contacts: [{ name: '王', role: '财务', phone: '1', email: 'a@b.cn' }], note: '', active: true,
}
const INPUTS: Record<string, () => Record<string, unknown>> = {
  'settings.update company': () => ({ company: COMPANY }), 'settings.update options': () => ({ options: OPTIONS }),
  'settings.saveBankAccount': () => ({ name: '招行', bank: '招商银行', number: '', currency: 'CNY', active: true }),
  'users.save': () => ({ name: '新人', role: 'clerk', department: '财务', active: true, password: PASSWORD }),
  'customers.create': () => CUSTOMER, 'customers.update': () => ({ ...CUSTOMER, id: 1, version: 1 }),
  'rates.save': () => ({ currency: 'USD', on: '2026-03-01', rate: 7_123_400 }),
  'interest.setLpr': () => ({ on: '2026-03-01', rate: 300 }), 'interest.setTerms': () => ({ customerId: 1, from: '2026-03-01', basis: 'daily', rate: 500, note: '' }),
  'templates.save': () => ({ level: 'demand', language: 'en', wording: builtInWording('demand', 'en') }), 'templates.saveLook': () => ({ ...BUILT_IN_LOOK }),
  'deliveries.saveMailSettings': () => ({ host: '', port: 465, security: 'tls', user: '', fromAddress: '', fromName: '', replyTo: '', texts: FIRST_MAIL_TEXTS }),
  'collection.hold': () => ({ customerId: 1, until: '2026-12-01', reason: '重组' }),
}
const NONSENSE: readonly unknown[] = [
  'Asia/Shangai', 'ZZZ', '', '\u0000', '=1+1', '2026-02-30', '0000-00-00', '9999-99-99', 'x'.repeat(5000), -1, 0, 1.5, 1e300, Number.MAX_SAFE_INTEGER, null, true, [], [90, 30], ['a'], {}, { days: -1 }, { months: [60, 12], rates: [1] },
]

/** Every field of an input, also inside of others and of lists. */
function pathsOf(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...before]]
  return [...(before.length > 0 ? [[...before]] : []), ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...before, key]))]
}

function withNonsense(value: unknown, [key = '', ...rest]: readonly string[], nonsense: unknown): unknown {
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = rest.length === 0 ? nonsense : withNonsense(copy[key], rest, nonsense)
  return copy
}

type Callable = Parameters<typeof call>[0]
const procedureOf = (name: string): Callable => {
  const [slice = '', each = ''] = (name.split(' ')[0] ?? '').split('.')
  return (router as unknown as Record<string, Record<string, Callable>>)[slice]![each]!
}

describe('nonsense in', () => {
  let made: TestOffice
  beforeAll(async () => {
    made = await TestOffice.full()
    const customer = await made.desk.customer('重庆钢厂')
    const invoice = await made.desk.invoice(customer, 10_000, '2026-03-01', { dueOn: '2026-04-01' })
    await made.desk.receipt(customer, 4000, '2026-05-01', [{ itemId: invoice.installments[0]?.itemId, amount: 4000 }])
  })
  afterAll(() => made.close())

  const state = async (): Promise<unknown> => made.ledger.read((reader) => reader.rows(sql`select (select max(id) from journal) as journal, (select count(*) from settings) as settings`))
  const answersOf = async (context: ReturnType<TestOffice['as']>): Promise<string[]> => {
    const asked: Record<string, Promise<unknown>> = {
      settings: call(router.settings.get, undefined, { context }), aging: call(router.aging.report, {}, { context }), overview: call(router.overview.get, {}, { context }),
      customers: call(router.customers.list, {}, { context }), receipts: call(router.receipts.list, {}, { context }), invoices: call(router.invoices.list, {}, { context }),
      letters: call(router.dunning.candidates, {}, { context }), worklist: call(router.collection.worklist, {}, { context }), provision: call(router.badDebt.previewProvision, { asOf: '2026-06-30' }, { context }),
      status: call(router.ledgers.status, undefined, { context }), accounts: call(router.settings.bankAccounts, undefined, { context }),
    }
    const answers = await Promise.all(Object.entries(asked).map(async ([name, attempt]) => [name, await answerOf(attempt)] as const))
    return answers.flatMap(([name, answer]) => ('code' in answer ? [`${name}: ${answer.code}`] : []))
  }

  it('founds no ledger in a currency or from a month that does not exist, and leaves no file', async () => {
    const empty = TestOffice.empty()
    try {
      for (const wrong of [{ currency: 'ZZZ' }, { currency: 'yuan' }, { firstPeriod: '2026-13' }, { standard: 'none' }, { password: '1' }, { name: '=1' }]) {
        const answer = await answerOf(call(router.ledgers.create, { name: '苏州恒锐', firstPeriod: '2026-01', password: PASSWORD, ...wrong } as never, { context: empty.stranger() }))
        expect('code' in answer && answer.status, JSON.stringify(wrong)).toBe(400)
      }
      expect(readdirSync(empty.folder).filter((file) => file.includes('.db'))).toEqual([])
    } finally {
      await empty.close()
    }
  })

  it('of a change that leaves the rest out keeps the rest', async () => {
    const context = made.as('administrator')
    const version = async () => ({ version: (await call(router.settings.get, undefined, { context })).version })
    await call(router.settings.update, { company: COMPANY as never, ...(await version()) }, { context })
    const { company } = await call(router.settings.update, { company: { timeZone: 'Asia/Urumqi' }, ...(await version()) }, { context })
    expect(company).toEqual({ ...COMPANY, timeZone: 'Asia/Urumqi' })
    await call(router.settings.update, { company: { timeZone: 'Asia/Shanghai' }, ...(await version()) }, { context })
  })

  it.each(Object.keys(INPUTS))('%s is refused or does no harm', { timeout: 120_000 }, async (name) => {
    const context = made.as('administrator')
    const wrong: string[] = []
    /** The newest version of what is changed, so that nothing is refused for its age alone. */
    const newest = async (): Promise<Record<string, unknown>> => (name.startsWith('settings.update') ? { version: (await call(router.settings.get, undefined, { context })).version }
      : name === 'customers.update' ? { version: (await call(router.customers.get, { id: 1 }, { context })).version } : {})
    for (const path of pathsOf(INPUTS[name]!())) {
      for (const nonsense of NONSENSE) {
        const before = await state()
        const answer = await answerOf(call(procedureOf(name), withNonsense({ ...INPUTS[name]!(), ...(await newest()) }, path, nonsense) as never, { context }))
        const told = `${path.join('.')} = ${JSON.stringify(nonsense)?.slice(0, 40)}`
        if ('code' in answer) {
          if (answer.status >= 500) wrong.push(`${told}: ${answer.code}`)
          if (JSON.stringify(await state()) !== JSON.stringify(before)) wrong.push(`${told}: refused and stored`)
        } else {
          const dead = await answersOf(context)
          if (dead.length > 0) {
            wrong.push(`${told}: then ${dead.join(', ')}`)
            break
          }
        }
      }
      if (wrong.length > 20) break
    }
    expect(wrong).toEqual([])
  })
})

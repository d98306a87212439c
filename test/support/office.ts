/**
 * Ledgers for the end-to-end tests, each made once and then copied: a small office whose every figure the tests know, and
 * the demonstration ledger. `office` and `demo` are the program with one of them open.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDays, dayAt, monthOf, type Day } from '../../shared/day.ts'
import { workHeadless, type Ask, type Program } from './launch.ts'
import { expect, test as base } from './program.ts'
import { untranslated } from './texts.ts'

export const TODAY: Day = dayAt(new Date(), 'Asia/Shanghai')
export const daysAgo = (days: number): Day => addDays(TODAY, -days)

export const COMPANY = {
  name: '苏州恒锐精密机械有限公司', taxNumber: '91320505MA0HENGR0X', bankName: '中国工商银行苏州新区支行', bankAccount: '1102026609000012345',
  address: '苏州市高新区向阳路 88 号', contact: '周敏', phone: '0512-00008888', standard: 'small', currency: 'CNY', firstPeriod: monthOf(daysAgo(400)),
  administrator: '王会计', password: 'huikuan-1',
}
export const SALESPEOPLE = ['李文涛', '赵海峰'] as const

/** Two customers share the initials SHJX; amounts are minor units, days count back from today. */
export const CUSTOMERS = [
  { name: '上海机械（集团）有限公司', shortName: '上海机械', salesperson: 0, invoices: [
    { amount: 1_000_000, age: 80, due: 50, invoiceNumber: '26312000000054300101' }, { amount: 500_000, age: 50, due: 20, invoiceNumber: '26312000000054300102' },
    { amount: 800_000, age: 20, due: -10, invoiceNumber: '26312000000054300103' }] },
  { name: '苏州盛华机箱制造有限公司', shortName: '盛华机箱', salesperson: 1, invoices: [
    { amount: 1_234_567, age: 35, due: 5, invoiceNumber: '26312000000054300201' }, { amount: 200_000, age: 10, due: -20, invoiceNumber: '26312000000054300202' }] },
  { name: '昆山华腾精密模具有限公司', shortName: '昆山华腾', salesperson: 0, invoices: [
    { amount: 300_000, age: 130, due: 100, invoiceNumber: '26312000000054300301', contractNumber: 'HR-2026-001' }, { amount: 400_000, age: 100, due: 70, invoiceNumber: '26312000000054300302' },
    { amount: 100_050, age: 35, due: 5, invoiceNumber: '26312000000054300303' }] },
  { name: '杭州西溪自动化技术有限公司', shortName: '杭州西溪', salesperson: 1, invoices: [{ amount: 600_000, age: 60, due: 30, invoiceNumber: '26312000000054300401' }] },
] as const

async function fillSmallOffice(ask: Ask, location: string): Promise<void> {
  await ask('/ledgers', { ...COMPANY, location })
  const sellers: number[] = []
  for (const name of SALESPEOPLE) sellers.push((await ask('/users', { name, role: 'salesperson', department: '销售部' })).id)
  for (const { name, shortName, salesperson, invoices } of CUSTOMERS) {
    const { id } = await ask('/customers', { name, shortName, salespersonId: sellers[salesperson], contacts: [{ name: '高洋', role: '采购', phone: '13900000000', email: '' }] })
    for (const { age, due, ...invoice } of invoices) {
      await ask('/invoices', { ...invoice, customerId: id, documentOn: daysAgo(age), dueOn: daysAgo(due), post: true, requestId: crypto.randomUUID() })
    }
  }
}

interface Made {
  /** Ledger files that no test may open; each opens a copy. */
  made: { folder: string; file: (kind: 'small' | 'demo') => Promise<string> }
}
interface Fixtures {
  /** A copy of the small office's ledger file. */
  ledgerFile: string
  office: Program
  demo: Program
}

async function make(kind: 'small' | 'demo', folder: string): Promise<string> {
  const file = path.join(folder, `${kind}.db`)
  return workHeadless(['--folder', path.join(folder, kind)], async (ask) => {
    if (kind === 'demo') return (await ask<{ ledger: { location: string } }>('/ledgers/demo', {})).ledger.location
    await fillSmallOffice(ask, file)
    return file
  })
}

export const test = base.extend<Fixtures, Made>({
  made: [async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-made-'))
    const files = new Map<string, Promise<string>>()
    await use({ folder, file: (kind) => {
      const known = files.get(kind) ?? make(kind, folder)
      files.set(kind, known)
      return known
    } })
    rmSync(folder, { recursive: true, force: true })
  }, { scope: 'worker', timeout: 120_000 }],
  ledgerFile: async ({ made }, use, info) => {
    const file = info.outputPath('办公室.db')
    copyFileSync(await made.file('small'), file)
    await use(file)
  },
  office: async ({ launch, ledgerFile }, use) => {
    const program = await launch({ ledger: ledgerFile })
    await program.page.locator('.flow').waitFor()
    await use(program)
    expect(await untranslated(program.page), 'texts that are keys').toEqual([])
  },
  demo: async ({ launch, made }, use, info) => {
    const file = info.outputPath('示例账套.db')
    copyFileSync(await made.file('demo'), file)
    const program = await launch({ ledger: file })
    await program.page.locator('.flow').waitFor()
    await use(program)
    expect(await untranslated(program.page), 'texts that are keys').toEqual([])
  },
})

export { expect }

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeCompany, changeOptions, saveBankAccount } from '../../db/settings/commands.ts'
import { listBankAccounts, loadOptions } from '../../db/settings/queries.ts'
import { saveUser } from '../../db/users/commands.ts'
import { hashPassword, passwordFits } from '../../db/users/password.ts'
import { day } from '../../shared/day.ts'
import { Desk, fen, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('settings and users on $name', ({ start }) => {
  let source: Source
  let desk: Desk

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
  })

  const company = (change: Parameters<typeof changeCompany>[1]) => desk.write((tx) => changeCompany(tx, change))
  const account = (number: string, id?: number) => desk.write((tx) => saveBankAccount(tx, { id, name: '基本户', bank: '工行', number, currency: 'CNY', active: true }))
  const user = (name: string, role: 'administrator' | 'clerk', id?: number, active = true) => desk.write((tx) => saveUser(tx, { id, name, role, department: '', active }))

  it('keeps the start before every document, and the currency once it is used', async () => {
    await desk.invoice(await desk.customer('上海机械'), 100, '2026-03-01')
    expect(await refusalOf(company({ startOn: day('2026-03-02') }))).toBe('startAfterDocuments')
    expect(await fieldOf(company({ startOn: day('2026-03-02') }))).toBe('company.startOn')
    await company({ startOn: day('2026-03-01') })
    expect(await refusalOf(company({ currency: 'USD' }))).toBe('currencyInUse')
  })

  it('changes one option and keeps the others', async () => {
    await desk.write((tx) => changeOptions(tx, { tolerance: fen(0) }))
    expect(await desk.ledger.read(loadOptions)).toMatchObject({ tolerance: 0, letterGapDays: 10, boundaries: [30, 60, 90, 180, 365] })
  })

  it('takes a bank account number once', async () => {
    const first = await account('1102')
    expect(await refusalOf(account('1102'))).toBe('numberTaken')
    expect(await refusalOf(account('1103', 99))).toBe('notFound')
    await account('1104', first.id)
    expect((await desk.ledger.read(listBankAccounts)).map((row) => row.number)).toEqual(['1104'])
  })

  it('keeps names apart and one administrator at work', async () => {
    const clerk = await user('会计', 'clerk')
    expect(await refusalOf(user('会计', 'clerk'))).toBe('nameTaken')
    expect(await refusalOf(user('谁', 'clerk', 99))).toBe('notFound')
    expect(await refusalOf(user('系统管理员', 'clerk', 1))).toBe('lastAdministrator')
    expect(await refusalOf(user('系统管理员', 'administrator', 1, false))).toBe('lastAdministrator')
    await user('会计', 'administrator', clerk.id)
    expect((await user('系统管理员', 'clerk', 1)).role).toBe('clerk')
  })
})

describe('a password', () => {
  it('is kept as a salted scrypt hash that only it fits', async () => {
    const [one, two] = [await hashPassword('密码-12345'), await hashPassword('密码-12345')]
    expect(one).toMatch(/^scrypt\$16384\$8\$1\$/)
    expect(one).not.toBe(two)
    expect([await passwordFits('密码-12345', one), await passwordFits('密码-12346', one), await passwordFits('', ''), await passwordFits('x', 'broken')]).toEqual([true, false, false, false])
  })
})

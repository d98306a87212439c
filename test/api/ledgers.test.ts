import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { answerOf, call, codeOf, PASSWORD, router, TestOffice } from '../support/offices.ts'

const company = { name: '苏州恒锐', firstPeriod: '2026-01', password: PASSWORD }

describe('ledgers', () => {
  let made: TestOffice
  beforeEach(() => {
    made = TestOffice.empty()
  })
  afterEach(() => made.close())
  const reasonOf = async (attempt: Promise<unknown>): Promise<unknown> => {
    const answer = await answerOf(attempt)
    return 'code' in answer ? (answer.data?.['reason'] ?? answer.code) : 'ok'
  }

  it('are created, left, opened again and remembered', async () => {
    const context = made.stranger()
    const first = await call(router.ledgers.create, company, { context })
    expect([first.ledger?.company, first.ledger?.period, first.user?.role, first.signInNeeded]).toEqual(['苏州恒锐', '2026-06', 'administrator', false])
    await call(router.customers.create, { name: '上海机械' }, { context })
    expect((await call(router.ledgers.close, undefined, { context })).ledger).toBeNull()
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('NO_LEDGER')
    const { recent } = await call(router.ledgers.status, undefined, { context })
    await call(router.ledgers.open, { location: recent[0]?.location ?? '' }, { context })
    expect((await call(router.customers.list, {}, { context })).total).toBe(1)
  })

  it('refuse a file that exists, one that is none, and one that is missing', async () => {
    const context = made.stranger()
    await call(router.ledgers.create, company, { context })
    const text = path.join(made.folder, 'text.db')
    writeFileSync(text, '客户编码\n'.repeat(100))
    expect(await reasonOf(call(router.ledgers.create, company, { context }))).toBe('fileExists')
    expect(await reasonOf(call(router.ledgers.open, { location: text }, { context }))).toBe('notALedger')
    expect(await reasonOf(call(router.ledgers.open, { location: path.join(made.folder, 'missing.db') }, { context }))).toBe('cannotOpen')
    expect(await reasonOf(call(router.ledgers.chooseFile, { mode: 'open' }, { context }))).toBe('desktopOnly')
    // What was open stays open.
    expect((await call(router.ledgers.status, undefined, { context })).ledger?.company).toBe('苏州恒锐')
  })

  it('that cannot be filled leave no file behind, and the same name can be used again', async () => {
    const location = path.join(made.folder, '示例.db')
    await expect(made.office.found(location, async (ledger) => {
      await ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => foundEmptyLedger(tx, null))
      throw new Error('half-way')
    })).rejects.toThrow('half-way')
    expect(readdirSync(made.folder).filter((file) => file.startsWith('示例'))).toEqual([])
    await made.office.found(location, (ledger) => ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => foundEmptyLedger(tx, null)))
    expect(existsSync(location)).toBe(true)
  })

  it('stay fixed where a host serves only one', async () => {
    const context = made.stranger()
    await call(router.ledgers.create, company, { context })
    made.office.options.fixed = true
    for (const attempt of [call(router.ledgers.create, company, { context }), call(router.ledgers.open, { location: '/tmp/other.db' }, { context }), call(router.ledgers.close, undefined, { context }), call(router.ledgers.createDemo, undefined, { context })]) {
      expect(await reasonOf(attempt)).toBe('fixedLedger')
    }
  })

  it('are backed up to a file of their own', async () => {
    const context = made.stranger()
    await call(router.ledgers.create, company, { context })
    const { location, bytes } = await call(router.ledgers.backup, undefined, { context })
    expect([existsSync(location), bytes > 0]).toEqual([true, true])
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetPayer, learnPayer } from '../../db/bank/learning.ts'
import { payerBook } from '../../db/bank/surroundings.ts'
import { checkLedger } from '../../db/check.ts'
import { discardDraft } from '../../db/invoices/commands.ts'
import { Desk } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('an id on $name', ({ start }) => {
  let source: Source
  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())

  async function office(): Promise<{ desk: Desk; customer: number }> {
    const desk = await Desk.found(await source.fresh())
    return { desk, customer: await desk.customer('上海机械') }
  }

  it('of a discarded draft is never given again, and the numbers of documents have no gap', async () => {
    const { desk, customer } = await office()
    const given = [await desk.draft(customer, 100, '2026-06-01'), await desk.draft(customer, 200, '2026-06-01')]
    for (const id of given) await desk.write((tx) => discardDraft(tx, id))
    const next = await desk.draft(customer, 300, '2026-06-01')
    expect(next).toBeGreaterThan(Math.max(...given))
    const posted = await desk.invoice(customer, 400, '2026-06-01')
    expect([posted.id > next, posted.number, (await desk.postDraft(next)).number]).toEqual([true, 'YS-202606-0001', 'YS-202606-0002'])
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  it('of a draft that was discarded in one transaction is not given again in the same one, nor when it was rolled back', async () => {
    const { desk, customer } = await office()
    const first = await desk.draft(customer, 100, '2026-06-01')
    await expect(desk.write(async (tx) => {
      await discardDraft(tx, first)
      throw new Error('power cut')
    })).rejects.toThrow('power cut')
    await desk.write((tx) => discardDraft(tx, first))
    expect(await desk.draft(customer, 100, '2026-06-01')).toBe(first + 1)
  })

  it('that was thrown away before ids were counted is known from the journal', async () => {
    const { desk, customer } = await office()
    const ids = [await desk.draft(customer, 100, '2026-06-01'), await desk.draft(customer, 100, '2026-06-01')]
    for (const id of ids) await desk.write((tx) => discardDraft(tx, id))
    await desk.write((tx) => tx.run(sql`delete from counters where series like 'id:%'`))
    expect(await desk.draft(customer, 100, '2026-06-01')).toBe((ids[1] ?? 0) + 1)
  })

  it('of a payer that was forgotten is never given again', async () => {
    const { desk, customer } = await office()
    const line = { counterparty: '张三丰', counterpartyAccount: '', memo: '' }
    const learn = (): Promise<number> => desk.write(async (tx) => {
      await learnPayer(tx, line, customer, await payerBook(tx, []))
      const [row] = await tx.rows<{ id: number }>(sql`select max(id) as id from learnt_payers`)
      return row?.id ?? 0
    })
    const first = await learn()
    await desk.write((tx) => forgetPayer(tx, first))
    expect(await learn()).toBe(first + 1)
  })
})

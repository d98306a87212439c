/** Lists sort names as a telephone book does, by the sound of each character, on both engines alike. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { changeCustomer, createCustomer } from '../../db/customers/commands.ts'
import { customerGrid } from '../../db/customers/queries.ts'
import { invoiceGrid, itemGrid } from '../../db/invoices/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { gridRequest, type GridQuery } from '../../shared/grid.ts'
import { CALENDAR, Desk } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

/** The right order; each has the department and the salesperson that stand at the same place. */
const BOOK: [name: string, department: string, salesperson: string][] = [
  ['2号仓库', '1部', '安然'], ['10号仓库', '2部', '卜凡'], ['A2 Trading', '10部', '曹操'], ['A10 Trading', 'East', '重阳子'], ['ＡＢＣ有限公司', '采购部', '方安'], ['长城汽车', '财务部', '方榜'],
  ['重庆长安', '仓储部', '房玄龄'], ['吕氏铜业', '重庆办', '葛优'], ['西安电机', '二部', '欧阳修'], ['先进制造', '市场部', '单立人'], ['张家港港务', '西南部', '解缙'], ['张（三）商行', '销售部', '曾国藩'],
]
const COLUMNS = { name: 0, department: 1, salesperson: 2 } as const

describe.each(engines)('names on $name', ({ start }) => {
  let source: Source
  let desk: Desk

  beforeAll(async () => {
    source = await start()
    desk = await Desk.found(await source.fresh())
    // They are entered in an order of their own: by the last byte of their names.
    const entered = BOOK.toSorted(([a], [b]) => [...a].toReversed().join().localeCompare([...b].toReversed().join(), 'en'))
    for (const [name, department, seller] of entered) {
      const salespersonId = await desk.salesperson(seller)
      const id = await desk.write((tx) => createCustomer(tx, customerInput.parse({ name: name === '西安电机' ? '旧名' : name, department, salespersonId })))
      if (name === '西安电机') await desk.write((tx) => changeCustomer(tx, id, 1, customerInput.parse({ name, department, salespersonId })))
      await desk.invoice(id, 100, '2026-03-01')
    }
  })
  afterAll(() => source.stop())

  const asked = (query: Partial<GridQuery>) => gridRequest.parse(query)
  const lists: Record<string, (reader: Reader, query: Partial<GridQuery>) => Promise<{ rows: object[] }>> = {
    customers: (reader, query) => customerGrid(reader, asked(query), null),
    receivables: (reader, query) => invoiceGrid(reader, asked(query), null),
    'open items': (reader, query) => itemGrid(reader, asked(query), { includeCredits: true, today: CALENDAR.today }, null),
  }
  const sorted = async (list: string, field: string, query: Partial<GridQuery>) =>
    (await desk.ledger.read((reader) => lists[list]!(reader, query))).rows.map((row) => (row as Record<string, unknown>)[field])

  it.each([
    ['customers', 'name', 'name'], ['customers', 'department', 'department'], ['customers', 'salesperson', 'salesperson'], ['receivables', 'customerName', 'name'], ['receivables', 'salesperson', 'salesperson'], ['open items', 'customerName', 'name'],
  ] as const)('of %s stand in order by %s, up and down, on one page and on several', async (list, field, column) => {
    const right = BOOK.map((row) => row[COLUMNS[column]])
    for (const dir of ['asc', 'desc'] as const) {
      const expected = dir === 'asc' ? right : right.toReversed()
      const query = { sort: [{ field, dir }] }
      expect(await sorted(list, field, query)).toEqual(expected)
      const pages = await Promise.all([0, 5, 10].map((offset) => sorted(list, field, { ...query, offset, limit: 5 })))
      expect(pages.flat()).toEqual(expected)
    }
  })

  it('that sound alike keep one order, whatever page they stand on', async () => {
    for (const name of ['李丽', '黎莉', '李莉', '黎丽']) await desk.customer(name)
    const alike = async (dir: 'asc' | 'desc') => {
      const pages = await Promise.all(Array.from({ length: 16 }, (_, offset) => sorted('customers', 'name', { sort: [{ field: 'name', dir }], offset, limit: 1 })))
      return pages.flat().filter((name) => /[李黎]/.test(String(name)))
    }
    expect([await alike('asc'), await alike('desc')]).toEqual([['李丽', '黎莉', '李莉', '黎丽'], ['黎丽', '李莉', '黎莉', '李丽']])
  })

  it('are proved: a key that somebody changed from outside is found', async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
    await desk.write(async (tx) => tx.run(sql`update customers set name_sort = 'a' where id = 1`))
    expect((await checkLedger(desk.ledger)).findings).toMatchObject([{ code: 'changedRow', table: 'customers', id: 1 }])
    await desk.write(async (tx) => tx.run(sql`update users set name_sort = 'a' where id = 2`))
    expect((await checkLedger(desk.ledger)).findings).toMatchObject([{ table: 'customers', id: 1 }, { table: 'users', id: 2 }])
  })
})

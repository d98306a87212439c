import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCustomer } from '../../db/customers/commands.ts'
import { customerGrid } from '../../db/customers/queries.ts'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { postInvoice } from '../../db/invoices/commands.ts'
import { invoiceGrid, itemGrid } from '../../db/invoices/queries.ts'
import { SYSTEM } from '../../db/writer.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { engines, type Source } from '../support/ledgers.ts'

const calendar = { today: day('2026-06-30'), isWorkday: () => true }
const call = { by: SYSTEM, procedure: 'test' }

describe.each(engines)('sums of a list on $name', ({ start }) => {
  let source: Source
  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())

  it('tells the sums of several currencies apart and adds one currency up', async () => {
    const ledger = await source.fresh()
    await ledger.write(call, (tx) => foundEmptyLedger(tx, null))
    const customerId = await ledger.write(call, (tx) => createCustomer(tx, customerInput.parse({ name: '双币客户' })))
    for (const [currency, amount] of [['CNY', 100], ['USD', 7], ['CNY', 50]] as const) {
      await ledger.write(call, (tx) => postInvoice(tx, invoiceInput.parse({ customerId, documentOn: '2026-06-01', currency, amount, post: true }), calendar))
    }
    const all = await ledger.read((reader) => invoiceGrid(reader, gridRequest.parse({}), null))
    expect(all).toMatchObject({ total: 3, sums: [{ currency: 'CNY', totals: { amount: 150, open: 150 } }, { currency: 'USD', totals: { amount: 7, open: 7 } }] })
    expect(all.totals).toBeUndefined()
    const filters = [{ field: 'currency', op: 'eq' as const, value: 'USD' }]
    const dollars = await ledger.read((reader) => invoiceGrid(reader, gridRequest.parse({ filters }), null))
    expect(dollars).toMatchObject({ total: 1, totals: { amount: 7, open: 7 }, sums: [{ currency: 'USD', totals: { amount: 7, open: 7 } }] })
    const items = await ledger.read((reader) => itemGrid(reader, gridRequest.parse({}), { includeCredits: true, today: calendar.today }, null))
    expect(items.sums).toEqual([{ currency: 'CNY', totals: { amount: 150, open: 150 } }, { currency: 'USD', totals: { amount: 7, open: 7 } }])
    const customers = await ledger.read((reader) => customerGrid(reader, gridRequest.parse({}), null))
    expect(customers.rows[0]).toMatchObject({ open: 150, advance: 0 })
  })

  it('counts days over of debts only: a red invoice is late for nobody', async () => {
    const ledger = await source.fresh()
    await ledger.write(call, (tx) => foundEmptyLedger(tx, null))
    const customerId = await ledger.write(call, (tx) => createCustomer(tx, customerInput.parse({ name: '红蓝客户' })))
    for (const [kind, amount] of [['invoice', 100], ['creditNote', 40]] as const) {
      await ledger.write(call, (tx) => postInvoice(tx, invoiceInput.parse({ customerId, kind, documentOn: '2026-05-01', dueOn: '2026-06-20', amount, post: true }), calendar))
    }
    const { rows } = await ledger.read((reader) => itemGrid(reader, gridRequest.parse({}), { includeCredits: true, today: calendar.today }, null))
    expect(rows.map((row) => [row.open, row.daysOverdue])).toEqual([[100, 10], [-40, 0]])
  })
})

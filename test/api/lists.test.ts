/** Every list of the contract is asked sense and nonsense on both engines: the answers are the same, and none is a fault. */
import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isWorkday } from '../../db/calendar.ts'
import { fillDemo } from '../../db/ledgers/demo.ts'
import { Dice } from '../../db/ledgers/demoDice.ts'
import type { Ledger } from '../../db/ledger.ts'
import type { Office } from '../../electron/office.ts'
import { portSession } from '../../electron/sessions.ts'
import { contract } from '../../shared/contract.ts'
import { day } from '../../shared/day.ts'
import type { GridFilter } from '../../shared/grid.ts'
import { fieldsOf } from '../../shared/gridFields.ts'
import { Desk } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'
import { answerOf, call, router } from '../support/offices.ts'

const SEED = 20_261_129
/** Asks every field by every operator, and not only its share: minutes instead of seconds. */
const ALL_QUESTIONS = process.env['HUIKUAN_LISTS'] === 'all'
const TODAY = day('2026-03-31')
/** What some lists need to know beside the question of every list. */
const MORE: Record<string, object> = {
  'receipts.exchangeDifferences': { from: '2020-01-01', to: '2030-01-01' }, 'dunning.runLines': { id: 1 }, 'aging.items': { asOf: TODAY, currency: 'CNY' },
}
const NAMES = ['百分%公司', '下_划线公司', "O'Brien 机械", '反\\斜线公司', 'ＡＢＣ　全角（苏州）公司', 'ÉCLAIR Żółw 公司', 'éclair 二厂', '重庆长安配件厂']
const NONSENSE: [unknown, ...unknown[]] = ['', 'abc', '500', '1.5', '-1', '9007199254740993', '99999999999999999999', '2026-02-30', '2026-03', '%', '_', "'", '\\', 'É', 'ａ', '\u0000', 'true', 'posted', 0, 1, -1, 1.5, 2 ** 53, 1e300, true, []]
const OPS: readonly GridFilter['op'][] = ['eq', 'contains', 'startsWith', 'gte', 'lte', 'between', 'in']
const NO_FIELDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'seal', 'id; drop table invoices', '"id"']

interface List {
  path: string
  slice: string
  name: string
  row: z.ZodObject
}
/** Every procedure that answers a page of rows to the grid's question. */
const LISTS: List[] = Object.entries(contract).flatMap(([slice, tree]) => Object.entries<unknown>(tree).flatMap(([name, procedure]) => {
  if (!isContractProcedure(procedure)) return []
  const { inputSchema, outputSchema } = procedure['~orpc'] as { inputSchema?: unknown; outputSchema?: unknown }
  if (!(inputSchema instanceof z.ZodObject) || !('filters' in inputSchema.shape) || !(outputSchema instanceof z.ZodObject)) return []
  const rows: unknown = outputSchema.shape['rows']
  return rows instanceof z.ZodArray && rows.element instanceof z.ZodObject ? [{ path: `${slice}.${name}`, slice, name, row: rows.element }] : []
}))

type Callable = Parameters<typeof call>[0]
type Ask = (list: List, question: object) => ReturnType<typeof answerOf>

function asking(ledger: Ledger): Ask {
  const office = { ledger, userOf: () => Promise.resolve({ id: 1, name: '管理员', role: 'administrator', department: '' }), log: () => undefined } as unknown as Office
  const context = { office, session: portSession() }
  return ({ path, slice, name }, question) => {
    const procedure = (router as unknown as Record<string, Record<string, Callable>>)[slice]![name]!
    return answerOf(call(procedure, { ...MORE[path], ...question } as never, { context } as never))
  }
}

const rowsOf = (answer: Awaited<ReturnType<Ask>>): Record<string, unknown>[] => ('ok' in answer ? (answer.ok as { rows: Record<string, unknown>[] }).rows : [])

describe('the lists on both engines', () => {
  let sources: Source[]
  let asks: Ask[]
  beforeAll(async () => {
    sources = await Promise.all(engines.map((engine) => engine.start()))
    asks = []
    for (const source of sources) {
      const ledger = await source.fresh()
      await fillDemo(ledger, { today: TODAY, isWorkday })
      const desk = new Desk(ledger)
      for (const name of NAMES) await desk.invoice(await desk.customer(name), 12_345, '2026-03-30')
      asks.push(asking(ledger))
    }
  }, 240_000)
  afterAll(() => Promise.all((sources ?? []).map((source) => source.stop())))

  /** The one answer of all engines. */
  async function together(list: List, question: object): ReturnType<typeof answerOf> {
    const [first, ...others] = await Promise.all(asks.map((ask) => ask(list, question)))
    for (const other of others) expect(other, `${list.path} ${JSON.stringify(question)}`).toEqual(first)
    if (!first) throw new Error('No engine answered')
    if ('status' in first) expect(first.status, `${list.path} ${JSON.stringify(question)}`).toBeLessThan(500)
    return first
  }

  it('are all there are', () => expect(LISTS.length).toBeGreaterThan(30))

  it.each(LISTS.map((list) => [list.path, list] as const))('%s filters every field alike, by sense and nonsense', { timeout: 120_000 }, async (_, list) => {
    const dice = new Dice(SEED)
    const known = rowsOf(await together(list, { limit: 50 }))
    for (const [place, field] of Object.keys(list.row.shape).entries()) {
      const [stored, ...others] = known.map((row) => row[field]).filter((value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      const sense = (): unknown => (stored === undefined ? 'z' : dice.pick([stored, ...others]))
      const ask = async (op: GridFilter['op'], value: unknown, withTotals: boolean): Promise<void> => {
        const filter = { field, op, value: op === 'in' ? [value].flat() : value, ...(op === 'between' ? { to: sense() } : {}) }
        await together(list, { limit: 20, withTotals, filters: [filter] })
      }
      for (const [index, op] of OPS.entries()) {
        // From field to field another part of the questions, so that every list is asked each of them somewhere.
        const turn = (index + place) % OPS.length
        if (turn === 0 || ALL_QUESTIONS) await ask(op, sense(), true)
        if (turn === 1 || turn === 2 || ALL_QUESTIONS) await ask(op, dice.pick(NONSENSE), false)
      }
    }
  })

  it.each(LISTS.map((list) => [list.path, list] as const))('%s sorts by every field alike', { timeout: 120_000 }, async (_, list) => {
    for (const field of fieldsOf(list.row).keys()) {
      for (const dir of ['asc', 'desc']) await together(list, { limit: 100, withTotals: false, sort: [{ field, dir }] })
    }
  })

  it.each(LISTS.map((list) => [list.path, list] as const))('%s refuses by name what it has not', { timeout: 60_000 }, async (_, list) => {
    for (const field of NO_FIELDS) {
      expect(await together(list, { filters: [{ field, op: 'eq', value: 'x' }] }), field).toMatchObject({ status: 422, data: { reason: 'unknownField', field } })
      expect(await together(list, { sort: [{ field, dir: 'asc' }] }), field).toMatchObject({ status: 422, data: { reason: 'unknownField', field } })
    }
    for (const question of [{ offset: -1 }, { offset: 1.5 }, { limit: 0 }, { limit: 10_000 }, { offset: 'x' }, { filters: 'x' }, { filters: [{ field: 'id' }] }, { sort: [{ field: 'id', dir: 'up' }] }, { search: '\u0000' }]) {
      expect(await together(list, question)).toMatchObject({ status: 400 })
    }
    expect(rowsOf(await together(list, { offset: 100_000_000 }))).toEqual([])
  })

  it.each(LISTS.map((list) => [list.path, list] as const))('%s finds alike what is searched', { timeout: 60_000 }, async (_, list) => {
    for (const search of ['%', '_', "'", '\\', 'é', 'ＡＢＣ', 'abc', '苏州', 'CQ', '1', '-', '（', '"', ' ', '; --', '\u{1F4B0}']) await together(list, { limit: 20, withTotals: false, search })
  })

  it.each([
    ['invoices.items', { field: 'open', op: 'gte', value: '500' }, 'rows'], ['invoices.list', { field: 'amount', op: 'gte', value: 'abc' }, 'badFilter'], ['invoices.list', { field: 'customerId', op: 'eq', value: 1.5 }, 'badFilter'],
    ['invoices.list', { field: 'documentOn', op: 'gte', value: '2026-02-30' }, 'badFilter'], ['invoices.list', { field: 'status', op: 'eq', value: 'gone' }, 'badFilter'], ['customers.list', { field: 'active', op: 'eq', value: 'perhaps' }, 'badFilter'],
    ['customers.list', { field: 'active', op: 'eq', value: true }, 'rows'], ['customers.list', { field: 'terms', op: 'contains', value: 'x' }, 'unknownField'], ['invoices.list', { field: 'amount', op: 'in', value: [12_345, 'abc'] }, 'badFilter'],
  ] as const)('%s judges %j: %s', async (path, filter, expected) => {
    const list = LISTS.find((one) => one.path === path)!
    const answer = await together(list, { filters: [filter] })
    if (expected === 'rows') expect(rowsOf(answer).length).toBeGreaterThan(0)
    else expect(answer).toMatchObject({ status: 422, data: { reason: expected, field: filter.field } })
  })

  it.each([['%', 1], ['_', 1], ["'", 1], ['\\', 1], ['ＡＢＣ', 1], ['abc', 1], ['O’', 0]] as const)('search for %s finds what has it', async (search, most) => {
    const found = rowsOf(await together(LISTS.find((one) => one.path === 'customers.list')!, { search }))
    expect(found.length, found.map((row) => row['name']).join()).toBe(most)
  })
})

import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween, type Day } from '../../shared/day.ts'
import { LISTS } from '../../shared/integration/fields.ts'
import { orderOfColumn } from '../../shared/sheets/dateOrder.ts'
import { certainDay, DATE_ORDERS, parseDay, timeOfCell, type DateOrder } from '../../shared/sheets/days.ts'
import { locate, openPlace, proposedMapping } from '../../shared/sheets/locate.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { Cell } from '../../shared/sheets/table.ts'
import { readDay } from '../../renderer/ui/readDay.ts'
import { Random } from '../simulation/random.ts'

const today = day('2026-11-29')

describe('a day as a file writes it, with the time of day beside it', () => {
  it.each<[cell: Cell, order: DateOrder, on: string, time: string]>([
    ['2026-11-02', 'ymd', '2026-11-02', ''], ['2026/11/2 10:22', 'ymd', '2026-11-02', '10:22:00'], ['2026/11/2 上午10:22:33', 'ymd', '2026-11-02', '10:22:33'], ['2026/11/2 下午3:00:00', 'ymd', '2026-11-02', '15:00:00'],
    ['2026-11-2上午 9:05', 'ymd', '2026-11-02', '09:05:00'], ['2026/11/2 上午12:05:00', 'ymd', '2026-11-02', '00:05:00'], ['2026-11-02-10.22.33.123456', 'ymd', '2026-11-02', '10:22:33'], ['2026-04-07-16.30.28.759365', 'ymd', '2026-04-07', '16:30:28'],
    ['2026-11-02 10时22分33秒', 'ymd', '2026-11-02', '10:22:33'], ['2026年11月2日', 'ymd', '2026-11-02', ''], ['2026年11月2日 10时22分', 'ymd', '2026-11-02', '10:22:00'], ['2026-11-02 星期一', 'ymd', '2026-11-02', ''], ['2026-11-02 (周一) 10:22', 'ymd', '2026-11-02', '10:22:00'],
    ['20261102', 'ymd', '2026-11-02', ''], ['20261102 102233', 'ymd', '2026-11-02', '10:22:33'], ['20261102102233', 'ymd', '2026-11-02', '10:22:33'], ['20261102 10:22:33', 'ymd', '2026-11-02', '10:22:33'],
    ['05-Nov-26', 'ymd', '2026-11-05', ''], ['5-Nov-2026', 'ymd', '2026-11-05', ''], ['05 NOV 2026 10:22', 'ymd', '2026-11-05', '10:22:00'], ['05NOV2026', 'ymd', '2026-11-05', ''], ['Nov 5, 2026', 'ymd', '2026-11-05', ''], ['November 5th, 2026', 'ymd', '2026-11-05', ''], ['2026-Nov-05', 'ymd', '2026-11-05', ''], ['05-11月-26', 'ymd', '2026-11-05', ''],
    ['26/11/02', 'ymd', '2026-11-02', ''], ['26-11-02 10:22:33', 'ymd', '2026-11-02', '10:22:33'], ['26年11月2日', 'ymd', '2026-11-02', ''], ['02/11/26', 'dmy', '2026-11-02', ''], ['11/02/26', 'mdy', '2026-11-02', ''], ['02.11.2026', 'dmy', '2026-11-02', ''], ['11/2/2026 3:04:05 PM', 'mdy', '2026-11-02', '15:04:05'],
    ['2026-11-02T10:22:33', 'ymd', '2026-11-02', '10:22:33'], ['2026-11-02T10:22:33.123+08:00', 'ymd', '2026-11-02', '10:22:33'], ['2026-11-01T20:00:00Z', 'ymd', '2026-11-02', '20:00:00'], ['2026-11-02T01:00:00+09:00', 'ymd', '2026-11-02', '01:00:00'], ['2026-11-02T00:30:00+09:00', 'ymd', '2026-11-01', '00:30:00'],
    [46328, 'ymd', '2026-11-02', ''], [46328.5, 'ymd', '2026-11-02', '12:00:00'], ['46328', 'ymd', '2026-11-02', ''], ['01/02/99', 'dmy', '1999-02-01', ''],
  ])('%j in %s is %s %s', (cell, order, on, time) => {
    expect(parseDay(cell, order)).toBe(on)
    expect(timeOfCell(cell, false)).toBe(time)
  })
  it.each<Cell>(['2026-02-30', '2026-13-01', '31/11/2026', '2026-11', '11-02', '10:22:33', '2026-11-02 abc', '2026-11-02x', '1,234.56', '123.45', '26/13/45', 'Nov 31, 2026', '05-Foo-26', true])('%j is none', (cell) => {
    for (const order of DATE_ORDERS) expect(parseDay(cell, order)).toBe('BAD_DATE')
  })
  it.each<[Cell, string]>([['102233', '10:22:33'], ['92233', '09:22:33'], ['上午9:05', '09:05:00'], ['下午 3:05', '15:05:00'], ['16.30.28', '16:30:28'], ['25:00', ''], ['', ''], ['货款', '']])('%j alone is %s', (cell, time) => expect(timeOfCell(cell, true)).toBe(time))
})

describe('the order of the parts', () => {
  const cases: [what: string, cells: Cell[], past: boolean, order: DateOrder | null, certain: boolean][] = [
    ['two-digit years first', ['26/11/02', '26/11/05', '26/11/09'], true, 'ymd', true],
    ['one two-digit year first, near to today', ['26/11/02'], true, 'ymd', true],
    ['two-digit years last', ['02/11/26', '05/11/26', '09/11/26'], true, 'dmy', true],
    ['a day above twelve', ['13/11/2026'], true, 'dmy', true],
    ['a month first with a day above twelve', ['11/13/2026', '11/02/2026'], true, 'mdy', true],
    ['one day that may be two', ['02/03/2026'], true, 'dmy', false],
    ['the same day twice', ['02/03/2026', '02/03/2026'], true, 'dmy', false],
    ['two days', ['01/11/2026', '02/11/2026'], true, 'dmy', false],
    ['a week of days', ['02/11/2026', '03/11/2026', '04/11/2026', '06/11/2026'], true, 'dmy', true],
    ['a day that would lie ahead', ['02/12/2026'], true, 'mdy', true],
    ['a day that may lie ahead', ['02/12/2026'], false, 'mdy', false],
    ['26/11/25 may be two days', ['26/11/25'], true, 'ymd', false],
    ['days of long ago in every order', ['05/06/07'], true, 'mdy', false],
    ['one slip among proofs', ['13/11/2026', '14/11/2026', '15/11/2026', '16/11/2026', '11/31/2026'], true, 'dmy', true],
    ['proofs of both', ['13/11/2026', '11/13/2026'], true, 'dmy', false],
    ['days that need no order', ['2026-11-02', '05-Nov-26', null, 46328], true, null, true],
  ]
  it.each(cases)('of %s', (_, cells, past, order, certain) => {
    const found = orderOfColumn(cells, { today, past })
    expect(found.certain).toBe(certain)
    if (certain) expect(found.order).toBe(order)
  })

  it('that is certain is the true one, for two hundred seeded columns', () => {
    const wrong: string[] = []
    let certain = 0
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = new Random(seed)
      const order = random.pick(DATE_ORDERS) ?? 'ymd'
      const short = order === 'ymd' || random.chance(0.5)
      let on: Day = addDays(today, -random.between(30, 700))
      const texts = Array.from({ length: random.between(1, 12) }, () => {
        on = addDays(on, random.between(0, 3))
        const [year = '', month = '', date = ''] = on.split('-')
        return { ymd: [year, month, date], dmy: [date, month, year], mdy: [month, date, year] }[order].map((part) => (short && part.length === 4 ? part.slice(2) : part)).join('/')
      })
      const found = orderOfColumn(texts, { today, past: true })
      if (found.certain) certain += 1
      if (found.certain && texts.some((text) => parseDay(text, found.order ?? 'ymd') !== parseDay(text, order))) wrong.push(`seed ${seed}: ${order} taken for ${found.order}: ${texts.join(' ')}`)
    }
    expect(wrong).toEqual([])
    expect(certain).toBeGreaterThan(120)
  })

  const open = (rows: Cell[][], dateOrder?: DateOrder) => {
    const place = locate({ format: 'csv', encoding: 'utf-8', sheets: [{ name: '', hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }] }, [LISTS.receivables], {})!
    const problems = new Problems()
    const list = openPlace(place, proposedMapping(place), { today, dateOrder }, problems)
    return { list, problems: problems.list() }
  }
  const titles = ['Customer', 'Invoice #', 'Date', 'Due Date', 'Amount']
  it('is asked, and the question names column, day and what it may mean', () => {
    expect(open([titles, ['A', '1', '02/03/2026', '01/04/2026', 5]]).problems).toEqual([{ row: null, column: 'Date', code: 'DATE_ORDER', value: '02/03/2026', params: { dmy: '2026-03-02', mdy: '2026-02-03' } }])
    expect(open([titles, ['A', '1', '02/03/2026', '01/04/2026', 5]], 'dmy').problems).toEqual([])
  })
  it('of one column that is certain serves the others', () => {
    expect(open([titles, ['A', '1', '02/03/2026', '31/03/2026', 5]])).toMatchObject({ problems: [], list: { dateOrder: 'dmy', dateOrderCertain: true } })
  })
})

describe('a day pasted on the screen', () => {
  it.each([['2026-04-07-16.30.28.759365', '2026-04-07'], ['2026/11/2 上午10:22:33', '2026-11-02'], ['05-Nov-26', '2026-11-05'], ['20261102 102233', '2026-11-02'], ['26/11/02', '2026-11-02'], ['13/11/2026', '2026-11-13'], ['02/03/2026', null], ['2026-04-07-16.30.28.x', null]])(
    '%s is %s', (text, expected) => expect(readDay(text, today)).toBe(expected))
  it('is certain only where one reading is left', () => {
    expect([certainDay('2026-11-02'), certainDay('02/11/2026'), certainDay('22/11/2026'), certainDay('')]).toEqual(['2026-11-02', null, '2026-11-22', null])
    expect(daysBetween(day('2026-11-02'), today)).toBe(27)
  })
})

/** Papers as files: into a folder of the desktop, or in one archive; what is cut off leaves whole files only. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import AdmZip from 'adm-zip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planFiles } from '../../electron/api/exporting.ts'
import type { ExportEvent } from '../../shared/deliveries/exportSchemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { answerOf, call, router, TestOffice } from '../support/offices.ts'

describe('planFiles', () => {
  const papers = (count: number, customerId = (index: number) => index) => Array.from({ length: count }, (_, index) => ({ id: index + 1, number: `CK-${index + 1}`, customerId: customerId(index), customerName: `客户${customerId(index)}` }))
  it.each([
    ['250 papers together', papers(250), 'together', [['催款函 001-100', 100], ['催款函 101-200', 100], ['催款函 201-250', 50]]],
    ['three papers of two customers', papers(3, (index) => index % 2), 'perCustomer', [['客户0 催款函', 2], ['客户1 CK-2', 1]]],
    ['a customer with more than a file takes', papers(120, () => 7), 'perCustomer', [['客户7 催款函', 100], ['客户7 催款函', 20]]],
  ] as const)('%s', (_, documents, grouping, files) => {
    expect(planFiles(documents, grouping, '催款函').map(({ name, ids }) => [name, ids.length])).toEqual(files)
  })
})

describe('an export', () => {
  let made: TestOffice
  let letters: number[]
  let folder: string
  const NAMES = ['上海机械', '重庆/钢厂', '../杭州:西溪']

  beforeAll(async () => {
    made = await TestOffice.full()
    folder = path.join(made.folder, '催款')
    mkdirSync(folder)
    made.office.options.printing = 'native'
    made.office.options.effects.chooseFile = ({ purpose }) => Promise.resolve(purpose === 'exportFolder' ? folder : null)
    const customers: number[] = []
    for (const name of NAMES) customers.push(await made.desk.customer(name))
    for (const customer of customers) await made.desk.invoice(customer, 123_456, '2026-03-01')
    letters = (await call(router.dunning.issue, { customerIds: customers }, { context: made.as('clerk') })).letters.map(({ id }) => id)
  })
  afterAll(() => made.close())

  async function run(more: object = {}, enough = Infinity): Promise<ExportEvent[]> {
    const events: ExportEvent[] = []
    for await (const event of await call(router.deliveries.exportPapers, { paper: 'letter', documentIds: letters, ...more }, { context: made.as('clerk') })) {
      events.push(event)
      if (events.length >= enough) break
    }
    return events
  }
  const prints = async () => (await call(router.dunning.list, { sort: [{ field: 'id', dir: 'asc' }] }, { context: made.as('clerk') })).rows.map((row) => row.prints)

  it('that is stopped leaves the files that are whole, and counts no other paper as printed', async () => {
    const { effects } = made.office.options
    const { printPdf } = effects
    effects.printPdf = (html, options) => (html.includes('杭州') ? Promise.reject(new Refusal('pdfUnavailable')) : printPdf(html, options))
    expect(await answerOf(run({ grouping: 'perCustomer' }))).toMatchObject({ data: { reason: 'pdfUnavailable' } })
    effects.printPdf = printPdf
    expect([readdirSync(folder).toSorted((a, b) => a.localeCompare(b)), await prints()]).toEqual([['上海机械 CK-202606-0001.pdf', '重庆_钢厂 CK-202606-0002.pdf'].toSorted((a, b) => a.localeCompare(b)), [1, 1, 0]])
    await run({}, 1)
    expect([readdirSync(folder).length, await prints()]).toEqual([2, [1, 1, 0]])
  })

  it('writes one file a hundred papers, or one a customer, and numbers what is there already', async () => {
    writeFileSync(path.join(folder, '催款函 001-003.pdf'), 'mine')
    expect(await run()).toEqual([{ type: 'progress', done: 0, total: 3, file: '催款函 001-003' }, { type: 'done', folder, files: 1, papers: 3 }])
    const text = readFileSync(path.join(folder, '催款函 001-003 (2).pdf'), 'utf8')
    expect([readFileSync(path.join(folder, '催款函 001-003.pdf'), 'utf8'), letters.map((_, index) => text.includes(`CK-202606-000${index + 1}`)), text.match(/补打/g)?.length]).toEqual(['mine', [true, true, true], 2])
    expect((await run({ grouping: 'perCustomer', documentIds: letters.slice(2) })).at(-1)).toMatchObject({ files: 1, papers: 1 })
    expect(readdirSync(folder)).toContain('_杭州_西溪 CK-202606-0003.pdf')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('says that the folder cannot be written, and what only the desktop does', async () => {
    made.office.options.effects.chooseFile = () => Promise.resolve(path.join(folder, 'gone'))
    expect(await answerOf(run())).toMatchObject({ data: { reason: 'cannotWrite' } })
    made.office.options.effects.chooseFile = () => Promise.resolve(null)
    expect(await run()).toEqual([{ type: 'done', folder: null, files: 0, papers: 0 }])
    expect(await answerOf(run({ documentIds: [...letters, 999] }))).toMatchObject({ code: 'NOT_FOUND' })
    made.office.options.printing = 'browser'
    expect(await answerOf(run())).toMatchObject({ data: { reason: 'desktopOnly' } })
  })

  it('is an archive in a browser', async () => {
    const file = await call(router.deliveries.zipPapers, { paper: 'letter', documentIds: letters, grouping: 'perCustomer', language: 'en' }, { context: made.as('clerk') })
    const entries = new AdmZip(Buffer.from(await file.arrayBuffer())).getEntries()
    expect([file.name, entries.map((entry) => entry.entryName), entries[1]?.getData().includes('CK-202606-0001')])
      .toEqual(['Letters.zip', ['_杭州_西溪 CK-202606-0003.pdf', '上海机械 CK-202606-0001.pdf', '重庆_钢厂 CK-202606-0002.pdf'], true])
  })
})

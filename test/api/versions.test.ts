/** Every procedure that edits a record takes the version that was read, and refuses the second of two stale edits. */
import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Context } from '../../electron/api/context.ts'
import { contract } from '../../shared/contract.ts'
import { NO_MAIL_SETTINGS } from '../../shared/deliveries/mailText.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { BUILT_IN_LOOK } from '../../shared/templates/schemas.ts'
import { answerOf, call, router, TestOffice } from '../support/offices.ts'

const procedures = Object.entries(contract).flatMap(([slice, tree]) => Object.entries<unknown>(tree).flatMap(([name, procedure]) => {
  if (!isContractProcedure(procedure)) return []
  const { inputSchema, route, meta } = procedure['~orpc'] as { inputSchema?: unknown; route: { method?: string }; meta: { permission: string } }
  const shape = inputSchema instanceof z.ZodObject ? Object.keys(inputSchema.shape) : []
  return [{ path: `${slice}.${name}`, slice, name, writes: route.method !== 'GET' && !/\.(read|check)$/.test(meta.permission) && meta.permission !== 'open', versioned: shape.includes('version') }]
}))
const EDITING = procedures.filter(({ versioned }) => versioned).map(({ path }) => path)

/**
 * What changes no record that is there: it posts something new, or takes a step that cannot be taken twice (a reversal, an
 * approval, an end), or reads. A new procedure that is in neither table fails here by its name.
 */
const POSTS_OR_STEPS = new Set([
  'users.changePassword', 'customers.create', 'invoices.reverse', 'receipts.record', 'receipts.allocate', 'receipts.release', 'receipts.reverse', 'receipts.move', 'vouchers.issue', 'offsets.post', 'offsets.reverse',
  'refunds.record', 'refunds.reverse', 'acceptances.receive', 'acceptances.register', 'acceptances.split', 'acceptances.endorse', 'acceptances.discount', 'acceptances.present', 'acceptances.collect', 'acceptances.dishonour',
  'acceptances.settle', 'acceptances.notify', 'acceptances.undo', 'bank.inspect', 'bank.watch', 'bank.import', 'bank.accept', 'bank.acceptSure', 'bank.keep', 'bank.claim', 'bank.link', 'bank.unlink', 'bank.refund', 'bank.sameness',
  'bank.saveReconciliation', 'collection.recordContact', 'collection.makePromise', 'collection.withdrawPromise', 'collection.openDispute', 'collection.settleDispute', 'collection.hold', 'collection.liftHold', 'interest.postNote',
  'templates.addPicture', 'dunning.issue', 'dunning.voidLetter', 'dunning.bookFee', 'dunning.startRun', 'dunning.approveLines', 'dunning.issueRun', 'deliveries.record', 'deliveries.recordTracking', 'deliveries.recordOutcome',
  'deliveries.undoOutcome', 'deliveries.attach', 'deliveries.testMail', 'deliveries.draftMails', 'deliveries.mail', 'accountPapers.issueStatements', 'accountPapers.issueConfirmations', 'accountPapers.reply', 'limitation.interrupt',
  'limitation.undoInterruption', 'limitation.fileLawsuit', 'limitation.recordLawsuitEvent', 'badDebt.postProvision', 'badDebt.ask', 'badDebt.approve', 'badDebt.reject', 'badDebt.recover', 'badDebt.reverse', 'periods.close', 'periods.reopen',
  'integration.inspect', 'integration.watch', 'integration.run',
])

interface Edit {
  /** Makes the record where there is none yet, and tells which version a page reads. */
  read: (context: Context, office: TestOffice) => Promise<{ version: number } & Record<string, unknown>>
  /** One of two edits of it, by what was read. */
  edit: (read: Record<string, unknown>, turn: 1 | 2) => object
  /** What the refusal says was changed, where the record has fields. */
  fields?: string
}

const WORDING = (turn: number) => ({ level: 'demand', language: 'en', wording: { ...builtInWording('demand', 'en'), closing: `第 ${turn} 稿` } })
const draft = async (context: Context, office: TestOffice) => {
  const customerId = await office.desk.customer(`草稿客户 ${Math.random()}`)
  const { id, version } = await call(router.invoices.save, { customerId, documentOn: '2026-03-01', amount: 100 }, { context })
  return { id, version, customerId }
}
const change = (read: Record<string, unknown>, turn: number) => ({ id: read['id'], customerId: read['customerId'], documentOn: '2026-03-01', amount: 100 * (turn + 1), version: read['version'] })
const line = async (context: Context, office: TestOffice) => {
  const account = await call(router.settings.saveBankAccount, { name: '流水账户', number: `${Math.random()}`.slice(2, 18) }, { context })
  await call(router.bank.import, { bankAccountId: account.id, file: new File(['交易日期,收入金额,支出金额,对方户名,摘要,流水号\n2026-03-02,,12.00,某银行,手续费,LS1\n2026-03-03,,13.00,某银行,手续费,LS2\n'], '流水.csv') }, { context })
  const { rows } = await call(router.bank.lines, { filters: [{ field: 'bankAccountId', op: 'eq', value: account.id }] }, { context })
  void office
  return { ...rows[0], version: rows[0]?.version ?? -1 }
}

const EDITS: Record<string, Edit> = {
  'settings.update': { read: (context) => call(router.settings.get, undefined, { context }), edit: ({ version }, turn) => ({ options: { letterGapDays: 10 + turn }, version }), fields: 'letterGapDays' },
  'settings.saveBankAccount': {
    read: (context) => call(router.settings.saveBankAccount, { name: '招行', number: '6225' }, { context }), edit: ({ id, version }, turn) => ({ id, name: `招行 ${turn}`, number: '6225', version }), fields: 'name',
  },
  'users.save': { read: (context) => call(router.users.save, { name: '新人', role: 'clerk' }, { context }), edit: ({ id, version }, turn) => ({ id, name: '新人', role: 'clerk', department: `财务 ${turn} 部`, version }), fields: 'department' },
  'customers.update': { read: (context) => call(router.customers.create, { name: '长江机械' }, { context }), edit: ({ id, version }, turn) => ({ id, name: '长江机械', phone: `021-${turn}`, version }), fields: 'phone' },
  'invoices.save': { read: draft, edit: change, fields: 'amount,installments' },
  'invoices.post': { read: draft, edit: (read, turn) => change(read, turn) },
  'invoices.discard': { read: draft, edit: (read, turn) => change(read, turn) },
  'rates.save': { read: async (context) => ({ ...(await call(router.rates.save, { currency: 'USD', on: '2026-03-01', rate: 7_000_000 }, { context })) }), edit: ({ version }, turn) => ({ currency: 'USD', on: '2026-03-01', rate: 7_000_000 + turn, version }), fields: 'rate' },
  'rates.remove': { read: async (context) => ({ ...(await call(router.rates.save, { currency: 'EUR', on: '2026-03-01', rate: 8_000_000 }, { context })) }), edit: ({ version }) => ({ currency: 'EUR', on: '2026-03-01', version }) },
  'bank.setOpening': {
    read: async (context) => {
      const { id } = await call(router.settings.saveBankAccount, { name: '农行', number: '6228' }, { context })
      return { ...(await call(router.bank.setOpening, { id, on: '2026-01-01', amount: 1 }, { context })), id }
    }, edit: ({ id, version }, turn) => ({ id, on: '2026-01-01', amount: 100 * turn, version }), fields: 'amount',
  },
  'bank.forget': {
    read: async (context, office) => {
      const customerId = await office.desk.customer('被学会的客户')
      await office.desk.write(async (tx) => {
        await tx.insert(tx.t.learntPayers, [{ id: await tx.nextId(tx.t.learntPayers), kind: 'name', key: '张三丰', customerId, at: tx.now, by: '会计' }])
      })
      const { rows } = await call(router.bank.learnt, {}, { context })
      return { id: rows[0]?.id, version: rows[0]?.version ?? -1 }
    }, edit: ({ id, version }) => ({ id, version }),
  },
  'bank.classify': { read: line, edit: ({ id, version }, turn) => ({ lineIds: [id], class: turn === 1 ? 'other' : 'fee', version }) },
  'deliveries.saveMailSettings': { read: (context) => call(router.deliveries.mailSettings, undefined, { context }), edit: ({ version }, turn) => ({ ...NO_MAIL_SETTINGS, host: `smtp${turn}.example.com`, version }), fields: 'host' },
  'templates.save': { read: () => Promise.resolve({ version: 0 }), edit: ({ version }, turn) => ({ ...WORDING(turn), version }) },
  'templates.saveLook': { read: () => Promise.resolve({ version: 0 }), edit: ({ version }, turn) => ({ ...BUILT_IN_LOOK, sender: `第 ${turn} 部`, version }) },
  'interest.setLpr': { read: () => Promise.resolve({ version: 0 }), edit: ({ version }, turn) => ({ on: '2026-06-01', rate: 30_000 + turn * 100, version }) },
  'interest.setTerms': { read: async (_, office) => ({ version: 0, customerId: await office.desk.customer('约定客户') }), edit: ({ customerId, version }, turn) => ({ customerId, from: '2026-03-01', basis: 'daily', rate: 100 * turn, version }) },
  'dunning.changeLines': {
    read: async (context, office) => {
      await office.desk.invoice(await office.desk.customer('拖欠客户'), 9_000_000, '2026-01-01')
      const run = await call(router.dunning.startRun, {}, { context })
      const { rows } = await call(router.dunning.runLines, { id: run.id }, { context })
      return { id: run.id, lineId: rows[0]?.id, version: rows[0]?.version ?? -1 }
    }, edit: ({ id, lineId, version }, turn) => ({ id, lineIds: [lineId], remark: `附言 ${turn}`, version }),
  },
}
/** Edits after which the record is no more or is no draft: somebody else's change comes first. */
const ENDING: Record<string, (context: Context, read: Record<string, unknown>, office: TestOffice) => Promise<unknown>> = {
  'invoices.post': (context, read) => call(router.invoices.save, change(read, 2) as never, { context }),
  'invoices.discard': (context, read) => call(router.invoices.save, change(read, 2) as never, { context }),
  'rates.remove': (context, { version }) => call(router.rates.save, { currency: 'EUR', on: '2026-03-01', rate: 8_100_000, version: Number(version) }, { context }),
  'bank.forget': (_, { id }, office) => office.desk.write(async (tx) => tx.record({ what: 'learntPayer', id: Number(id), before: { customerId: 1 }, after: { customerId: 0 } })),
}

type Callable = Parameters<typeof call>[0]

describe('a procedure that edits', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await TestOffice.full()
  })
  afterAll(() => office.close())

  it('takes the version that was read, or is known to post or to take a step', () => {
    expect(procedures.filter(({ path, writes, versioned }) => writes && !versioned && !POSTS_OR_STEPS.has(path)).map(({ path }) => path)).toEqual([])
    expect([...POSTS_OR_STEPS].filter((path) => !procedures.some((one) => one.path === path && one.writes))).toEqual([])
    expect(EDITING.toSorted()).toEqual(Object.keys(EDITS).toSorted())
  })

  it.each(EDITING)('%s refuses the second of two stale edits, and says who changed what', async (path) => {
    const { read, edit, fields } = EDITS[path]!
    const [slice, name] = path.split('.') as [string, string]
    const procedure = (router as unknown as Record<string, Record<string, Callable>>)[slice]![name]!
    const context = office.as('administrator')
    const seen = await read(context, office)
    const ask = (turn: 1 | 2) => answerOf(call(procedure, edit(seen, turn) as never, { context } as never))
    const other = ENDING[path]
    if (other) await other(context, seen, office)
    else expect(await ask(1)).toHaveProperty('ok')
    expect(await ask(2)).toMatchObject({ status: 422, data: { reason: 'changedElsewhere', field: 'version', params: fields === undefined ? {} : { by: '管理员', fields } } })
    expect(office.logged).toEqual([])
  })

  it('can be asked with what a list shows: a draft is posted by the version of its row', async () => {
    const context = office.as('administrator')
    const { id } = await draft(context, office)
    await call(router.invoices.save, change({ ...(await call(router.invoices.get, { id }, { context })) }, 1) as never, { context })
    const { rows: [row] } = await call(router.invoices.list, { filters: [{ field: 'id', op: 'eq', value: id }] }, { context })
    expect(row).toMatchObject({ status: 'draft', version: 2 })
    expect(await call(router.invoices.post, { id, version: row!.version }, { context })).toMatchObject({ status: 'posted' })
  })

  it('tells a salesperson nothing of what was agreed with the customers of others', async () => {
    const customerId = await office.desk.customer('别人的客户')
    const terms = { customerId, from: '2026-03-01', basis: 'daily', rate: 100 } as const
    await call(router.interest.setTerms, { ...terms, version: 0 }, { context: office.as('administrator') })
    const answers = await Promise.all([0, 7].map((version) => answerOf(call(router.interest.setTerms, { ...terms, version }, { context: office.as('salesperson') }))))
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain('changedElsewhere')
  })

  it('takes an edit of the present version again and again', async () => {
    const context = office.as('administrator')
    let { id, version } = await call(router.customers.create, { name: '黄河机械' }, { context })
    for (let turn = 1; turn <= 3; turn += 1) ({ id, version } = await call(router.customers.update, { id, version, name: `黄河机械 ${turn}` }, { context }))
    let { version: settings } = await call(router.settings.get, undefined, { context })
    for (let turn = 1; turn <= 3; turn += 1) ({ version: settings } = await call(router.settings.update, { options: { letterGapDays: 20 + turn }, version: settings }, { context }))
    expect([version, settings]).toEqual([4, expect.any(Number)])
  })
})

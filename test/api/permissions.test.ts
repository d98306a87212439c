import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { FIRST_MAIL_TEXTS } from '../../shared/deliveries/mailDefaults.ts'
import { PERMISSIONS, type Permission } from '../../shared/procedure.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { BUILT_IN_LOOK } from '../../shared/templates/schemas.ts'
import { ROLE_PERMISSIONS } from '../../shared/users/rules.ts'
import { ROLES } from '../../shared/users/schemas.ts'
import { call, codeOf, PASSWORD, router, TestOffice } from '../support/offices.ts'
import { png } from '../support/pictures.ts'

/** An input that each procedure takes; a new procedure needs a row here. */
const csv = () => new File(['客户编码,客户名称\nC90001,测试客户\n'], '客户.csv')
const BILL = { billNumber: '1', drawer: '江南制造', acceptor: '工商银行', issuedOn: '2026-02-01', dueOn: '2026-08-01', amount: 1 }
const AUDITOR = { name: '信诚会计师事务所', address: '苏州市干将路 1 号' }
const MAIL = { host: '', port: 465, security: 'tls', user: '', fromAddress: '', fromName: '', replyTo: '', texts: FIRST_MAIL_TEXTS }
const INPUTS: Record<string, () => unknown> = {
  'ledgers.check': () => undefined, 'ledgers.backup': () => undefined,
  'settings.get': () => undefined, 'settings.update': () => ({ options: { letterGapDays: 10 }, version: 1 }), 'settings.bankAccounts': () => undefined, 'settings.saveBankAccount': () => ({ name: '招行' }),
  'users.list': () => undefined, 'users.get': () => ({ id: 1 }), 'users.save': () => ({ name: `新人${Math.random()}`, role: 'clerk' }), 'users.changePassword': () => ({ current: PASSWORD, next: PASSWORD }),
  'customers.dueDay': () => ({ on: '2026-05-28', terms: { days: 30 } }),
  'customers.list': () => ({}), 'customers.lookup': () => ({}), 'customers.get': () => ({ id: 999 }), 'customers.create': () => ({ name: `客户${Math.random()}` }),
  'customers.update': () => ({ id: 999, version: 1, name: '客户' }),
  'invoices.list': () => ({}), 'invoices.items': () => ({}), 'invoices.get': () => ({ id: 999 }), 'invoices.save': () => ({ customerId: 999, documentOn: '2026-03-01', amount: 1 }),
  'invoices.post': () => ({ id: 999, version: 1 }), 'invoices.discard': () => ({ id: 999, version: 1 }), 'invoices.reverse': () => ({ id: 999, reason: '错' }),
  'receipts.list': () => ({}), 'receipts.get': () => ({ id: 999 }), 'receipts.suggest': () => ({ customerId: 999, amount: 1, receivedOn: '2026-03-01' }),
  'receipts.record': () => ({ customerId: 999, amount: 1, receivedOn: '2026-03-01' }), 'receipts.allocate': () => ({ creditItemId: 999, lines: [{ itemId: 999, amount: 1 }] }),
  'receipts.release': () => ({ id: 999 }), 'receipts.reverse': () => ({ id: 999, reason: '错' }), 'receipts.hanging': () => ({ id: 999 }), 'receipts.move': () => ({ id: 999, customerId: 999, reason: '错' }),
  'receipts.exchangeDifferences': () => ({ from: '2026-03-01', to: '2026-03-31' }),
  'rates.list': () => undefined, 'rates.save': () => ({ currency: 'USD', on: '2026-03-01', rate: 7_123_400 }), 'rates.remove': () => ({ currency: 'EUR', on: '2026-03-01', version: 1 }),
  'offsets.list': () => ({}), 'offsets.get': () => ({ id: 999 }), 'offsets.post': () => ({ kind: 'payable', customerId: 999, offsetOn: '2026-03-01', document: 'YF-1', lines: [{ itemId: 999, amount: 1 }] }), 'offsets.reverse': () => ({ id: 999, reason: '错' }),
  'refunds.list': () => ({}), 'refunds.get': () => ({ id: 999 }), 'refunds.record': () => ({ customerId: 999, amount: 1, refundedOn: '2026-03-01' }), 'refunds.reverse': () => ({ id: 999, reason: '错' }),
  'vouchers.issue': () => ({ receiptIds: [999] }), 'vouchers.list': () => ({}), 'vouchers.get': () => ({ id: 999 }), 'vouchers.html': () => ({ id: 999 }), 'vouchers.pdf': () => ({ id: 999 }), 'vouchers.print': () => ({ ids: [999] }),
  'acceptances.list': () => ({}), 'acceptances.get': () => ({ id: 999 }), 'acceptances.calendar': () => ({ from: '2026-03-01', to: '2026-03-31' }), 'acceptances.book': () => ({ from: '2026-03-01', to: '2026-03-31' }),
  'acceptances.printBook': () => ({ from: '2026-03-01', to: '2026-03-31' }), 'acceptances.workbook': () => ({ from: '2026-03-01', to: '2026-03-31' }), 'acceptances.receive': () => ({ customerId: 999, receivedOn: '2026-03-01', bills: [BILL] }),
  'acceptances.register': () => ({ id: 999, bills: [BILL] }), 'acceptances.split': () => ({ id: 999, amounts: [1, 2] }), 'acceptances.endorse': () => ({ id: 999, endorsee: '永信钢材' }),
  'acceptances.discount': () => ({ id: 999, bankAccountId: 1, interest: 1 }), 'acceptances.present': () => ({ id: 999 }), 'acceptances.collect': () => ({ id: 999, bankAccountId: 1 }), 'acceptances.dishonour': () => ({ id: 999, reason: '余额不足' }),
  'acceptances.settle': () => ({ id: 999 }), 'acceptances.notify': () => ({ id: 999 }), 'acceptances.undo': () => ({ id: 999 }),
  'dunning.candidates': () => ({}), 'dunning.preview': () => ({ customerId: 999 }), 'dunning.issue': () => ({ customerIds: [999] }), 'dunning.list': () => ({}),
  'dunning.get': () => ({ id: 999 }), 'dunning.html': () => ({ id: 999 }), 'dunning.pdf': () => ({ id: 999 }), 'dunning.print': () => ({ ids: [999] }),
  'dunning.voidLetter': () => ({ id: 999, reason: '错' }), 'dunning.bookFee': () => ({ id: 999 }), 'dunning.runs': () => ({}), 'dunning.startRun': () => ({}), 'dunning.run': () => ({ id: 999 }), 'dunning.runLines': () => ({ id: 999 }),
  'dunning.changeLines': () => ({ id: 999, lineIds: [999] }), 'dunning.approveLines': () => ({ id: 999 }), 'dunning.issueRun': () => ({ id: 999 }),
  'deliveries.list': () => ({}), 'deliveries.get': () => ({ id: 999 }), 'deliveries.states': () => ({ paper: 'letter', ids: [999] }), 'deliveries.record': () => ({ paper: 'letter', documentIds: [999] }),
  'deliveries.recordTracking': () => ({ lines: [{ number: 'CK-1', tracking: 'SF1001' }] }), 'deliveries.recordOutcome': () => ({ id: 999, outcome: 'arrived' }), 'deliveries.undoOutcome': () => ({ id: 999, outcomeId: 999 }),
  'deliveries.attach': () => ({ id: 999, file: new File(['%PDF-'], '回执.pdf') }), 'deliveries.file': () => ({ id: 999, fileId: 999 }),
  'deliveries.exportPapers': () => ({ paper: 'letter', documentIds: [999] }), 'deliveries.zipPapers': () => ({ paper: 'letter', documentIds: [999] }), 'deliveries.mailAttempts': () => ({ paper: 'letter', documentId: 999 }), 'deliveries.mailSettings': () => undefined, 'deliveries.saveMailSettings': () => MAIL, 'deliveries.testMail': () => ({ to: 'a@b.cn' }), 'deliveries.draftMails': () => ({ paper: 'letter', documentIds: [999] }), 'deliveries.mail': () => ({ paper: 'letter', letters: [{ documentId: 999 }], requestId: 'request-1' }),
  'templates.list': () => undefined, 'templates.versions': () => ({ level: 'demand', language: 'en' }), 'templates.save': () => ({ level: 'demand', language: 'en', wording: { ...builtInWording('demand', 'en'), closing: `${Math.random()}` } }),
  'templates.preview': () => ({ level: 'demand', language: 'en', customerId: 999 }), 'templates.looks': () => undefined, 'templates.saveLook': () => ({ ...BUILT_IN_LOOK, sender: `${Math.random()}` }),
  'templates.addPicture': () => ({ file: new File([png()], '章.png') }), 'templates.picture': () => ({ hash: 'a'.repeat(64) }),
  'accountPapers.candidates': () => ({ from: '2026-03-01', asOf: '2026-03-31' }), 'accountPapers.previewStatement': () => ({ customerId: 999, from: '2026-03-01', asOf: '2026-03-31' }), 'accountPapers.issueStatements': () => ({ customerIds: [999], from: '2026-03-01', asOf: '2026-03-31' }),
  'accountPapers.previewConfirmation': () => ({ customerId: 999, asOf: '2026-03-31', auditor: AUDITOR }), 'accountPapers.issueConfirmations': () => ({ customerIds: [999], asOf: '2026-03-31', auditor: AUDITOR }),
  'accountPapers.list': () => ({}), 'accountPapers.confirmations': () => ({}), 'accountPapers.get': () => ({ id: 999 }), 'accountPapers.html': () => ({ id: 999 }), 'accountPapers.pdf': () => ({ id: 999 }), 'accountPapers.print': () => ({ ids: [999] }), 'accountPapers.reply': () => ({ id: 999, agreed: true }),
  'collection.worklist': () => ({}), 'collection.story': () => ({ customerId: 999 }), 'collection.contacts': () => ({}), 'collection.recordContact': () => ({ customerId: 999, result: '没人接' }),
  'collection.promises': () => ({}), 'collection.makePromise': () => ({ customerId: 999, amount: 1, dueOn: '2026-07-01' }), 'collection.withdrawPromise': () => ({ id: 999 }),
  'collection.disputes': () => ({}), 'collection.openDispute': () => ({ customerId: 999, itemIds: [999], reason: '质量', settleBy: '2026-07-01' }), 'collection.settleDispute': () => ({ id: 999, result: 'agreed' }),
  'collection.hold': () => ({ customerId: 999, until: '2026-07-01', reason: '重组' }), 'collection.liftHold': () => ({ id: 999 }),
  'interest.sheet': () => ({ customerId: 999 }), 'interest.customers': () => ({}), 'interest.lpr': () => undefined, 'interest.setLpr': () => ({ on: '2026-06-01', removed: true }), 'interest.terms': () => ({}),
  'interest.setTerms': () => ({ customerId: 999, from: '2026-03-01', basis: 'daily', rate: 500 }), 'interest.notes': () => ({}), 'interest.postNote': () => ({ customerId: 999, to: '2026-03-31', itemIds: [999] }),
  'interest.note': () => ({ id: 999 }), 'interest.noteHtml': () => ({ id: 999 }), 'interest.notePdf': () => ({ id: 999 }), 'interest.printNotes': () => ({ ids: [999] }),
  'limitation.list': () => ({}), 'limitation.clock': () => ({ itemId: 999 }), 'limitation.interrupt': () => ({ customerId: 999, itemIds: [999], kind: 'other', evidence: '函' }), 'limitation.undoInterruption': () => ({ id: 999 }),
  'limitation.lawsuits': () => ({}), 'limitation.lawsuit': () => ({ id: 999 }), 'limitation.fileLawsuit': () => ({ customerId: 999, itemIds: [999], court: '法院', claim: 1 }),
  'limitation.recordLawsuitEvent': () => ({ id: 999, stage: 'note', on: '2026-03-01' }),
  'aging.report': () => ({}), 'aging.items': () => ({}), 'aging.workbook': () => ({}), 'aging.print': () => ({}),
  'periods.list': () => undefined, 'periods.check': () => ({ month: '2026-03' }), 'periods.close': () => ({ month: '2025-03' }), 'periods.reopen': () => ({ month: '2026-03', reason: '错' }),
  'periods.totals': () => ({ month: '2026-03' }), 'periods.movements': () => ({ month: '2026-03', customerId: 999 }), 'periods.workbook': () => ({ month: '2026-03' }), 'periods.print': () => ({ month: '2026-03' }),
  'badDebt.provisions': () => ({}), 'badDebt.provision': () => ({ id: 999 }), 'badDebt.previewProvision': () => ({ asOf: '2026-03-31' }), 'badDebt.postProvision': () => ({ asOf: '2026-03-31' }),
  'badDebt.requests': () => ({}), 'badDebt.request': () => ({ id: 999 }), 'badDebt.ask': () => ({ customerId: 999, lines: [{ itemId: 999, amount: 1 }], reason: '破产', evidence: '裁定书' }),
  'badDebt.approve': () => ({ id: 999 }), 'badDebt.reject': () => ({ id: 999, note: '证据不足' }), 'badDebt.list': () => ({}), 'badDebt.get': () => ({ id: 999 }),
  'badDebt.recover': () => ({ id: 999, amount: 1, recoveredOn: '2026-03-31' }), 'badDebt.reverse': () => ({ id: 999, reason: '错' }),
  'bank.inspect': () => ({ file: csv() }), 'bank.watch': () => ({ file: csv() }), 'bank.import': () => ({ file: csv() }), 'bank.statements': () => ({}), 'bank.lines': () => ({}), 'bank.proposals': () => ({}),
  'bank.detail': () => ({ id: 999 }), 'bank.accept': () => ({ lines: [{ lineId: 999 }] }), 'bank.acceptSure': () => ({}), 'bank.keep': () => ({ lineIds: [999] }), 'bank.claim': () => ({ id: 999, customerId: 999 }),
  'bank.link': () => ({ id: 999, receiptId: 999 }), 'bank.unlink': () => ({ id: 999 }), 'bank.refund': () => ({ id: 999, customerId: 999 }), 'bank.classify': () => ({ lineIds: [999], class: 'other' }), 'bank.rest': () => ({ id: 999 }), 'bank.sameness': () => ({ lineIds: [999], same: true }), 'bank.learnt': () => ({}),
  'bank.forget': () => ({ id: 999, version: 1 }), 'bank.opening': () => ({ id: 999 }), 'bank.setOpening': () => ({ id: 999, on: '2026-03-01', amount: 1 }), 'bank.reconcile': () => ({ bankAccountId: 999, asOf: '2026-03-31' }),
  'bank.saveReconciliation': () => ({ bankAccountId: 999, asOf: '2026-03-31' }), 'bank.reconciliations': () => ({}), 'bank.reconciliation': () => ({ id: 999 }), 'bank.reconciliationHtml': () => ({ id: 999 }),
  'bank.reconciliationPdf': () => ({ id: 999 }), 'bank.printReconciliation': () => ({ id: 999 }),
  'overview.get': () => ({}), 'overview.counts': () => undefined, 'overview.search': () => ({}),
  'integration.inspect': () => ({ file: csv() }), 'integration.watch': () => ({ file: csv() }), 'integration.run': () => ({ file: csv() }), 'integration.list': () => ({}),
}

const procedures = Object.entries(contract).flatMap(([slice, tree]) => Object.entries<unknown>(tree).map(([name, procedure]) => ({ path: `${slice}.${name}`, slice, name, procedure })))
const guarded = procedures.filter(({ procedure }) => permissionOf(procedure) !== 'open')

function permissionOf(procedure: unknown): Permission | undefined {
  return isContractProcedure(procedure) ? ((procedure['~orpc'].meta as { permission?: Permission }).permission) : undefined
}

type Callable = Parameters<typeof call>[0]
const implemented = (slice: string, name: string): Callable => (router as unknown as Record<string, Record<string, Callable>>)[slice]![name]!

describe('the contract', () => {
  it.each(procedures.map(({ path, procedure }) => [path, procedure] as const))('%s has a permission, a route and a summary', (_, procedure) => {
    expect(PERMISSIONS).toContain(permissionOf(procedure))
    const { route } = isContractProcedure(procedure) ? procedure['~orpc'] : { route: {} as { method?: string; path?: string; summary?: string } }
    expect([route.method, route.path, route.summary]).toEqual([expect.any(String), expect.stringMatching(/^\/[a-z]/), expect.any(String)])
  })

  it('gives each path and method once', () => {
    const routes = procedures.map(({ procedure }) => (isContractProcedure(procedure) ? `${procedure['~orpc'].route.method} ${procedure['~orpc'].route.path}` : ''))
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([])
  })

  it('asks only for permissions that somebody holds, and every permission is asked for', () => {
    const asked = new Set(procedures.map(({ procedure }) => permissionOf(procedure)))
    expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual([])
    expect(PERMISSIONS.filter((permission) => !ROLES.some((role) => ROLE_PERMISSIONS[role].has(permission)))).toEqual([])
  })

  it('lets nobody but an opening, a sign-in or a lock in without a user', () => {
    expect(procedures.filter(({ procedure }) => permissionOf(procedure) === 'open').map(({ path }) => path).sort()).toEqual([
      'ledgers.chooseFile', 'ledgers.close', 'ledgers.create', 'ledgers.createDemo', 'ledgers.open', 'ledgers.status', 'users.lock', 'users.signIn', 'users.signOut', 'users.unlock',
    ])
  })
})

describe('a procedure', () => {
  let made: TestOffice
  beforeAll(async () => {
    made = await TestOffice.full()
  })
  afterAll(() => made.close())

  it.each(guarded.map((one) => [one.path, one] as const))('%s is called by exactly the roles that hold its permission', async (path, { slice, name, procedure }) => {
    const input = INPUTS[path]
    expect(input, `an input for ${path}`).toBeDefined()
    const permission = permissionOf(procedure)!
    for (const role of ROLES) {
      const code = await codeOf(call(implemented(slice, name), input!() as never, { context: made.as(role) }))
      expect([role, code === 'FORBIDDEN'], code).toEqual([role, !ROLE_PERMISSIONS[role].has(permission)])
      expect(['UNAUTHORIZED', 'INTERNAL_SERVER_ERROR', 'BAD_REQUEST']).not.toContain(code)
    }
    expect(await codeOf(call(implemented(slice, name), input!() as never, { context: made.stranger() }))).toBe('UNAUTHORIZED')
    const locked = made.as('administrator')
    locked.session.locked = true
    expect(await codeOf(call(implemented(slice, name), input!() as never, { context: locked }))).toBe('LOCKED')
    expect(made.logged).toEqual([])
  })

  it('says that no ledger is open before anything else', async () => {
    const empty = TestOffice.empty()
    expect(await codeOf(call(router.customers.list, {}, { context: empty.stranger() }))).toBe('NO_LEDGER')
    await empty.close()
  })
})

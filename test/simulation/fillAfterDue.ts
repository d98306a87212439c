/** What an office does after the due date, one of each: calls, letters, interest, papers of the account, bad debts, courts. */
import { sql } from 'drizzle-orm'
import { issuePapers, notePaperPrint, recordReply } from '../../db/accountPapers/commands.ts'
import { recover, reverseWriteOff } from '../../db/badDebt/commands.ts'
import { postProvision } from '../../db/badDebt/provisions.ts'
import { approveWriteOff, askForWriteOff, rejectWriteOff } from '../../db/badDebt/requests.ts'
import { holdCustomer, liftHold, makePromise, openDispute, recordContact, settleDispute, withdrawPromise } from '../../db/collection/commands.ts'
import { attachFile, recordDeliveries, recordOutcome, undoOutcome } from '../../db/deliveries/commands.ts'
import { deliverables } from '../../db/deliveries/documents.ts'
import { recordAttempt } from '../../db/deliveries/mail.ts'
import { issueLetters, notePrint, voidLetter } from '../../db/dunning/commands.ts'
import { changeLines, issueNext, startRun } from '../../db/dunning/running.ts'
import { postInterestNote } from '../../db/interest/commands.ts'
import { setLpr, setTerms } from '../../db/interest/rates.ts'
import { postInvoice } from '../../db/invoices/commands.ts'
import { itemsOf } from '../../db/invoices/items.ts'
import { fileLawsuit, noteInterruption, recordLawsuitEvent, undoInterruption } from '../../db/limitation/commands.ts'
import { changeCompany } from '../../db/settings/commands.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { addPicture, saveLook, saveWording } from '../../db/templates/commands.ts'
import type { Writer } from '../../db/writer.ts'
import { addDays, startOfMonth, type Day } from '../../shared/day.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { money } from '../../shared/money.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { png } from '../support/pictures.ts'
import { CUSTOMERS } from './office.ts'

type Write = <T>(work: (tx: Writer) => Promise<T>) => Promise<T>

const AMOUNT = 90_000_000
/** A dozen weeks over today, so that every level of letters and every reckoning finds something. */
const DAYS_OVER = 85

/** `approve` writes as another person, since nobody approves the own request. */
export async function fillAfterDue(write: Write, approve: Write, today: Day): Promise<void> {
  const debts = await postDebts(write, today)
  await makeTemplates(write)
  await sendLetters(write, today)
  await noteCollection(write, debts, today)
  await chargeInterest(write, debts, today)
  await issueAccountPapers(write, today)
  await writeOffs(write, approve, debts, today)
  await goToCourt(write, debts, today)
}

interface Debt {
  customerId: number
  /** Three installments: enough for what excludes one another. */
  itemIds: number[]
}

/** Larger than what any customer of the simulation has paid in advance, so that each of them is dunned. */
const postDebts = (write: Write, today: Day): Promise<Debt[]> => write(async (tx) => {
  const debts: Debt[] = []
  const dueOn = addDays(today, -DAYS_OVER)
  for (const customerId of CUSTOMERS) {
    const installments = [0, 1, 2].map((place) => ({ dueOn: addDays(dueOn, place), amount: AMOUNT / 3 }))
    const id = await postInvoice(tx, invoiceInput.parse({ customerId, amount: AMOUNT, documentOn: addDays(dueOn, -30), installments, post: true }), { today, isWorkday: () => true })
    debts.push({ customerId, itemIds: (await itemsOf(tx, id, ['invoice'])).map((item) => item.id) })
  }
  return debts
})

async function makeTemplates(write: Write): Promise<void> {
  await write((tx) => saveWording(tx, { level: 'reminder', language: 'zh-CN', wording: { ...builtInWording('reminder', 'zh-CN'), title: '付款提示' }, note: '改标题' }))
  await write(async (tx) => {
    const { hash } = await addPicture(tx, png())
    await saveLook(tx, { logo: hash, sealPicture: null, sender: '财务部', footnote: '', withSlip: true })
  })
}

/** A run from its proposal to its letters, letters without one, how they were sent, and one that never went out. */
async function sendLetters(write: Write, today: Day): Promise<void> {
  const earlier = addDays(today, -30)
  const runId = await write((tx) => startRun(tx, { asOf: earlier, overDays: 0, language: 'zh-CN', note: '月度催款' }, { today: earlier }))
  await write(async (tx) => {
    const lines = await tx.rows<{ id: number }>(sql`select id from dunning_run_lines where run_id = ${runId} order by id`)
    await changeLines(tx, { id: runId, lineIds: lines.slice(0, 1).map(({ id }) => id), taken: false }, { today: earlier })
    await changeLines(tx, { id: runId, lineIds: lines.slice(1, 2).map(({ id }) => id), remark: '请与财务部联系' }, { today: earlier })
  })
  await write(async (tx) => issueNext(tx, { id: runId, limit: 10 }, await loadCompany(tx), { today: earlier }))
  const ids = await write(async (tx) => {
    const question = { asOf: today, currency: 'CNY', options: await loadOptions(tx), scope: null }
    const requests = CUSTOMERS.map((customerId) => ({ customerId, remark: '', language: 'zh-CN' as const }))
    const issued = await issueLetters(tx, requests, question, await loadCompany(tx), { skipLeftOut: true, mayApprove: true })
    for (const id of issued.ids) await notePrint(tx, id, 'pdf')
    return issued.ids
  })
  await write((tx) => voidLetter(tx, { id: ids[0] ?? 0, reason: '地址有误' }))
  const [byCourier = 0] = await write((tx) => recordDeliveries(tx, { paper: 'letter', documentIds: ids.slice(1, 3), way: 'courier', tracking: 'SF1000000001', recipient: '财务科', note: '' }, today, null))
  await write(async (tx) => {
    await recordOutcome(tx, { id: byCourier, outcome: 'returned', signedBy: '', note: '点错' }, today, null)
    const [mistaken] = await tx.rows<{ id: number }>(sql`select id from delivery_outcomes where delivery_id = ${byCourier}`)
    await undoOutcome(tx, { id: byCourier, outcomeId: mistaken?.id ?? 0, note: '' }, today, null)
    await recordOutcome(tx, { id: byCourier, outcome: 'arrived', signedBy: '前台', note: '' }, today, null)
    await attachFile(tx, byCourier, { name: '回执.png', bytes: png() }, today, null)
  })
  await write(async (tx) => {
    const [id = 0] = ids.slice(3)
    const document = (await deliverables(tx, 'letter', [id], null)).get(id)
    if (!document) throw new Error('No letter to mail')
    const mail = { document, to: 'cw@kehu.example', subject: '催款函' }
    await recordAttempt(tx, { ...mail, messageId: '', answer: '450 try again later', reason: 'recipient' }, today)
    await recordAttempt(tx, { ...mail, messageId: '<1@huikuan>', answer: '250 OK', reason: '' }, today)
  })
}

/** Of what can end, one that ended and one that stands. */
async function noteCollection(write: Write, debts: readonly Debt[], today: Day): Promise<void> {
  const on = { today }
  for (const { customerId, itemIds: [first = 0, second = 0] } of debts.slice(0, 2)) {
    await write((tx) => recordContact(tx, { customerId, way: 'call', person: '王会计', result: '月底安排', nextStep: '再打电话', nextOn: addDays(today, 5) }, on, null))
    await write((tx) => makePromise(tx, { customerId, amount: money(10_000), dueOn: addDays(today, 10), itemIds: [first], person: '王会计', note: '' }, on, null))
    await write((tx) => openDispute(tx, { customerId, itemIds: [second], reason: '数量不符', owner: '李文涛', settleBy: addDays(today, 15) }, on, null))
    await write((tx) => holdCustomer(tx, { customerId, until: addDays(today, 20), reason: '股权变更' }, on, null))
  }
  await write((tx) => withdrawPromise(tx, { id: 1, note: '改期' }, on, null))
  await write((tx) => settleDispute(tx, { id: 1, result: 'agreed', note: '已补货' }, on, null))
  await write((tx) => liftHold(tx, { id: 1, note: '' }, on, null))
}

async function chargeInterest(write: Write, [debt]: readonly Debt[], today: Day): Promise<void> {
  if (!debt) throw new Error('No debt to charge')
  const { customerId, itemIds } = debt
  await write((tx) => setLpr(tx, { on: addDays(today, -20), rate: 29_000, removed: false }, { today }))
  await write((tx) => setTerms(tx, { customerId, from: addDays(today, -200), basis: 'daily', rate: 300, note: '合同第八条' }, { today }, null))
  await write((tx) => postInterestNote(tx, { customerId, to: addDays(today, -1), itemIds, language: 'zh-CN', note: '' }, { today, isWorkday: () => true }))
}

async function issueAccountPapers(write: Write, today: Day): Promise<void> {
  const [first = 0] = await write(async (tx) => {
    const terms = { from: startOfMonth(today), asOf: today, language: 'zh-CN' as const, auditor: null }
    const ids = await issuePapers(tx, undefined, { kind: 'statement', terms, company: await loadCompany(tx), today, scope: null })
    for (const id of ids) await notePaperPrint(tx, id, 'print')
    return ids
  })
  await write((tx) => recordReply(tx, { id: first, agreed: false, balance: money(1), person: '王会计', note: '少一笔' }, today, null))
  await write((tx) => recordReply(tx, { id: first, agreed: true, balance: null, person: '王会计', note: '' }, today, null))
}

/** A request that was turned down, a write-off of which a part came back, one that was a mistake, and an allowance. */
async function writeOffs(write: Write, approve: Write, [, , debt]: readonly Debt[], today: Day): Promise<void> {
  if (!debt) throw new Error('No debt to write off')
  const { customerId, itemIds: [first = 0, second = 0, third = 0] } = debt
  const ask = (itemId: number): Promise<number> =>
    write((tx) => askForWriteOff(tx, { customerId, lines: [{ itemId, amount: money(AMOUNT / 3) }], reason: '破产', evidence: '破产裁定书' }, { today }))
  const [lost, mistaken, refused] = [await ask(first), await ask(second), await ask(third)]
  await write((tx) => changeCompany(tx, { standard: 'enterprise' }))
  await write((tx) => postProvision(tx, { asOf: today, specific: [{ customerId, rate: 5000, note: '已停产' }] }, { today }))
  const id = await approve((tx) => approveWriteOff(tx, { id: lost, note: '' }, { today }))
  await write((tx) => recover(tx, { id, amount: money(50_000), recoveredOn: today, note: '破产分配' }, { today }))
  const other = await approve((tx) => approveWriteOff(tx, { id: mistaken, note: '' }, { today }))
  await write((tx) => reverseWriteOff(tx, { id: other, reason: '核错' }, { today }))
  await approve((tx) => rejectWriteOff(tx, { id: refused, note: '证据不足' }))
}

async function goToCourt(write: Write, [, , , debt]: readonly Debt[], today: Day): Promise<void> {
  if (!debt) throw new Error('No debt to sue for')
  const { customerId, itemIds } = debt
  const note = (on: Day): Promise<number> => write((tx) => noteInterruption(tx, { customerId, itemIds, kind: 'extension', on, evidence: '延期函', note: '' }, { today }, null))
  await note(addDays(today, -9))
  const mistaken = await note(addDays(today, -8))
  await write((tx) => undoInterruption(tx, { id: mistaken, note: '记错' }, { today }, null))
  const id = await write((tx) => fileLawsuit(tx, { customerId, itemIds: itemIds.slice(1), court: '浦东新区人民法院', claim: money(AMOUNT), filedOn: addDays(today, -5), lawyer: '张律师', note: '' }, { today }, null))
  await write((tx) => recordLawsuitEvent(tx, { id, stage: 'accepted', on: addDays(today, -2), caseNumber: '（2028）沪0115民初1号', amount: money(0), note: '' }, { today }, null))
  await write((tx) => recordLawsuitEvent(tx, { id, stage: 'cost', on: today, caseNumber: '', amount: money(800_000), note: '受理费' }, { today }, null))
}

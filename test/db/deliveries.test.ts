import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issuePapers } from '../../db/accountPapers/commands.ts'
import { arrivedDemands } from '../../db/deliveries/arrived.ts'
import { checkLedger } from '../../db/check.ts'
import { attachFile, recordDeliveries, recordOutcome, recordTracking, TrackingProblems, undoOutcome } from '../../db/deliveries/commands.ts'
import { deliverables } from '../../db/deliveries/documents.ts'
import { addressOf, attemptsOf, changeMailSettings, loadMailSettings, mailedAt, recordAttempt } from '../../db/deliveries/mail.ts'
import { deliveryFile, deliveryGrid, deliveryView, paperStates, type DeliveryFilter } from '../../db/deliveries/queries.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { day, type Day } from '../../shared/day.ts'
import { NO_MAIL_SETTINGS } from '../../shared/deliveries/mailText.ts'
import { deliveryInput, outcomeInput, trackingInput, type DeliveryView } from '../../shared/deliveries/schemas.ts'
import type { LetterContent, LetterLevel } from '../../shared/dunning/schemas.ts'
import { gridRequest, type GridQuery } from '../../shared/grid.ts'
import { Desk, fen, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

type Fields = Record<string, unknown>
const PDF = new TextEncoder().encode('%PDF-1.7 回执')

describe.each(engines)('deliveries on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let seller: number
  let mine: number
  let theirs: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    seller = await desk.salesperson('王业务')
    mine = await desk.customer('上海机械', { salespersonId: seller })
    theirs = await desk.customer('重庆钢厂')
  })

  /** A letter of a level and day that names the items; what decides about levels has its own tests. */
  async function letter(customerId: number, level: LetterLevel = 'demand', issuedOn = '2026-06-01', itemIds: number[] = [1]): Promise<number> {
    return desk.write(async (tx) => {
      const id = await tx.nextId(tx.t.letters)
      const number = await tx.nextNumber('CK', issuedOn.slice(0, 7))
      const items = itemIds.map((itemId) => ({ itemId }))
      const content = { level, number, items } as unknown as LetterContent
      await tx.post(tx.t.letters, [{ id, number, level, customerId, issuedOn: day(issuedOn), payBy: day(issuedOn), currency: 'CNY', amount: fen(100), items: items.length, content, hash: '', issuedBy: '会计' }])
      return id
    })
  }
  const statement = async (customerId: number): Promise<number> => (await desk.write(async (tx) => issuePapers(tx, [customerId], {
    kind: 'statement', terms: { language: 'zh-CN', asOf: day('2026-05-31'), from: day('2026-05-01'), auditor: null }, company: await loadCompany(tx), today: TODAY, scope: null,
  })))[0] ?? 0
  const voidLetter = (letterId: number): Promise<void> => desk.write(async (tx) => tx.post(tx.t.letterVoids, [{ id: await tx.nextId(tx.t.letterVoids), letterId, reason: '发错', postedAt: tx.now, postedBy: '会计' }]))

  const send = (documentIds: number[], more: Fields = {}, scope: number | null = null): Promise<number[]> =>
    desk.write((tx) => recordDeliveries(tx, deliveryInput.parse({ paper: 'letter', documentIds, on: '2026-06-02', tracking: 'SF1001', ...more }), TODAY, scope))
  const sendOne = async (documentId: number, more: Fields = {}): Promise<number> => (await send([documentId], more))[0] ?? 0
  const note = (id: number, outcome: string, more: Fields = {}, scope: number | null = null): Promise<void> =>
    desk.write((tx) => recordOutcome(tx, outcomeInput.parse({ id, outcome, on: '2026-06-05', ...more }), TODAY, scope))
  const undo = (id: number, outcomeId: number): Promise<void> => desk.write((tx) => undoOutcome(tx, { id, outcomeId, note: '登错' }, TODAY, null))
  const view = (id: number, scope: number | null = null): Promise<DeliveryView> => desk.ledger.read((reader) => deliveryView(reader, id, TODAY, scope))
  const list = async (filter: Partial<DeliveryFilter> = {}, query: GridQuery = {}, scope: number | null = null) =>
    (await desk.ledger.read((reader) => deliveryGrid(reader, gridRequest.parse(query), { today: TODAY, ...filter }, scope))).rows
  const arrived = (filter: { customerId?: number; asOf?: Day } = {}, scope: number | null = null) => desk.ledger.read((reader) => arrivedDemands(reader, filter, scope))

  it('shows what was sent, by which way and how long nothing was heard of it', async () => {
    const [first, second] = [await letter(mine), await letter(mine, 'finalNotice')]
    await send([first, second, first], { recipient: '陈经理' })
    await send([await statement(theirs)], { paper: 'accountPaper', way: 'registered', on: '2026-06-30', tracking: 'XA 2002' })
    expect((await list()).map((row) => [row.paper, row.number, row.kind, row.customerName, row.way, row.tracking, row.state, row.daysWaiting])).toEqual([
      ['accountPaper', 'DZ-202606-0001', 'statement', '重庆钢厂', 'registered', 'XA 2002', 'sent', 0],
      ['letter', 'CK-202606-0002', 'finalNotice', '上海机械', 'courier', 'SF1001', 'sent', 28],
      ['letter', 'CK-202606-0001', 'demand', '上海机械', 'courier', 'SF1001', 'sent', 28],
    ])
    expect((await list({}, { search: 'SF100' })).length).toBe(2)
    expect((await list({}, { search: 'ck-202606-0002' })).map((row) => row.recipient)).toEqual(['陈经理'])
    expect((await list({}, { search: '重庆' })).length).toBe(1)
  })

  it('is signed for, and then its stamped slip comes back', async () => {
    const id = await sendOne(await letter(mine))
    await note(id, 'arrived', { signedBy: '前台' })
    expect(await view(id)).toMatchObject({ state: 'arrived', outcomeOn: '2026-06-05', signedBy: '前台', daysWaiting: null })
    await note(id, 'slip', { on: '2026-06-09', signedBy: '陈经理' })
    expect(await view(id)).toMatchObject({ state: 'slip', outcomeOn: '2026-06-09', signedBy: '陈经理' })
    expect(await Promise.all([{ state: 'slip' }, { state: 'sent' }].map(async ({ state }) => (await list({}, { filters: [{ field: 'state', op: 'in', value: [state] }] })).length))).toEqual([1, 0])
  })

  it('takes a mistaken outcome back, and keeps both', async () => {
    const id = await sendOne(await letter(mine))
    await note(id, 'arrived')
    const [mistaken] = (await view(id)).outcomes
    await undo(id, mistaken?.id ?? 0)
    const after = await view(id)
    expect([after.state, after.outcomeOn, after.outcomes.map((each) => [each.outcome, each.undone, each.undoesId])]).toEqual(['sent', null, [['arrived', true, null], ['arrived', false, mistaken?.id]]])
    await note(id, 'returned')
    expect((await view(id)).state).toBe('returned')
    for (const outcomeId of [mistaken?.id ?? 0, after.outcomes[1]?.id ?? 0, 99]) expect(await refusalOf(undo(id, outcomeId))).toBe(outcomeId === mistaken?.id ? 'alreadyUndone' : 'notFound')
  })

  it('lists what has been under way for too long', async () => {
    const [slow, told, fresh] = [await sendOne(await letter(mine)), await sendOne(await letter(mine)), await sendOne(await letter(mine), { on: '2026-06-20' })]
    await note(told, 'arrived')
    expect((await list({ waitingDays: 10 })).map((row) => row.id)).toEqual([slow])
    expect((await list({ waitingDays: 9 })).map((row) => row.id)).toEqual([fresh, slow])
  })

  it('tells of each paper how its deliveries stand together', async () => {
    const [once, again, never] = [await letter(mine), await letter(mine), await letter(theirs)]
    await sendOne(once)
    await note(await sendOne(again), 'returned')
    await note(await sendOne(again, { on: '2026-06-10' }), 'arrived', { on: '2026-06-12' })
    await sendOne(again, { on: '2026-06-20' })
    const states = (scope: number | null) => desk.ledger.read((reader) => paperStates(reader, 'letter', [once, again, never], scope))
    expect(await states(seller)).toEqual([{ documentId: once, state: 'sent', on: '2026-06-02', deliveries: 1 }, { documentId: again, state: 'arrived', on: '2026-06-20', deliveries: 3 }])
    expect(await states(await desk.salesperson('李业务'))).toEqual([])
  })

  it('keeps the scan of the slip, whatever its name says', async () => {
    const id = await sendOne(await letter(mine))
    await desk.write((tx) => attachFile(tx, id, { name: '../回执:上海\n.exe', bytes: PDF }, TODAY, null))
    const [file] = (await view(id)).attached
    expect([file?.name, file?.type, file?.size]).toEqual(['_回执_上海 .exe', 'application/pdf', PDF.length])
    const stored = await desk.ledger.read((reader) => deliveryFile(reader, { id, fileId: file?.id ?? 0 }, TODAY, null))
    expect(new TextDecoder().decode(stored.bytes)).toBe('%PDF-1.7 回执')
    expect((await list())[0]?.files).toBe(1)
  })

  it('keeps each attempt to mail a letter, counts what was taken as sent, and knows the address the next time', async () => {
    const id = await letter(mine)
    const attempt = (reason: '' | 'recipient', to: string) => desk.write(async (tx) => {
      const document = (await deliverables(tx, 'letter', [id], null)).get(id)!
      return recordAttempt(tx, { document, to, subject: '催款函', messageId: '', answer: reason === '' ? '250 OK' : '550 no such user', reason }, TODAY)
    })
    const told = () => desk.ledger.read(async (reader) => [await addressOf(reader, mine), await mailedAt(reader, 'letter', id)])
    expect(await attempt('recipient', 'nobody@shjx.cn')).toMatchObject({ sent: false, deliveryId: null })
    expect(await told()).toEqual([{ to: '', source: '' }, null])
    const { deliveryId } = await attempt('', 'chen@shjx.cn')
    expect(await told()).toEqual([{ to: 'chen@shjx.cn', source: 'earlier' }, expect.stringMatching(/^2026-06-30T/)])
    expect((await list()).map((row) => [row.id, row.way, row.recipient])).toEqual([[deliveryId, 'email', 'chen@shjx.cn']])
    const attempts = (scope: number | null) => desk.ledger.read((reader) => attemptsOf(reader, 'letter', id, scope))
    expect((await attempts(seller)).map((each) => [each.to, each.sent, each.answer])).toEqual([['chen@shjx.cn', true, '250 OK'], ['nobody@shjx.cn', false, '550 no such user']])
    expect(await attempts(await desk.salesperson('李业务'))).toEqual([])
  })

  it('is proved by the ledger check, with its outcomes, files and the settings of the mailbox', async () => {
    await desk.write((tx) => changeMailSettings(tx, { ...NO_MAIL_SETTINGS, host: 'smtp.hengrui.cn', fromAddress: 'caiwu@hengrui.cn' }))
    expect((await desk.ledger.read(loadMailSettings)).host).toBe('smtp.hengrui.cn')
    const id = await sendOne(await letter(mine))
    await note(id, 'arrived')
    await desk.write((tx) => attachFile(tx, id, { name: '回执.pdf', bytes: PDF }, TODAY, null))
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  it('is refused for one reason each', async () => {
    const voided = await letter(mine)
    await voidLetter(voided)
    const [good, foreign] = [await letter(mine), await letter(theirs)]
    const id = await sendOne(good)
    const back = await sendOne(good)
    await note(back, 'returned')
    const here = await sendOne(good)
    await note(here, 'slip')
    const attach = (bytes: Uint8Array) => desk.write((tx) => attachFile(tx, id, { name: '回执.pdf', bytes }, TODAY, null))
    const rows: [string, Promise<unknown>][] = [
      ['notFound', send([good, 999])],
      ['notFound', send([good, foreign], {}, seller)],
      ['letterVoided', send([good, voided], { on: '2026-07-01' })],
      ['notInFuture', send([good], { on: '2026-07-01' })],
      ['beforeDocument', send([good], { on: '2026-05-31' })],
      ['notFound', note(999, 'arrived')],
      ['notInFuture', note(id, 'arrived', { on: '2026-07-01' })],
      ['beforeDelivery', note(id, 'arrived', { on: '2026-06-01' })],
      ['outcomeTwice', note(here, 'slip')],
      ['alreadyReturned', note(back, 'slip')],
      ['alreadyArrived', note(here, 'returned')],
      ['fileTooLarge', attach(new Uint8Array(5 * 1024 * 1024 + 1))],
      ['fileOfOtherKind', attach(new TextEncoder().encode('<html>'))],
    ]
    for (const [reason, attempt] of rows) expect(await refusalOf(attempt)).toBe(reason)
  })

  it('shows a salesperson the own customers only', async () => {
    const [own, foreign] = [await sendOne(await letter(mine)), await sendOne(await letter(theirs))]
    expect((await list({}, {}, seller)).map((row) => row.id)).toEqual([own])
    expect(await refusalOf(view(foreign, seller))).toBe('notFound')
    expect(await refusalOf(note(foreign, 'arrived', {}, seller))).toBe('notFound')
  })

  it('takes a pasted list of tracking numbers whole, or tells what is wrong in which row', async () => {
    const voided = await letter(mine)
    await voidLetter(voided)
    await letter(mine)
    await letter(theirs, 'demand', '2026-06-29')
    await statement(mine)
    const paste = (rows: [string, string][], on = '2026-06-10') => desk.write((tx) =>
      recordTracking(tx, trackingInput.parse({ lines: rows.map(([number, tracking]) => ({ number, tracking })), on }), TODAY, null))
    const wrong = await paste([['CK-202606-0001', 'SF1'], ['CK-202606-0001', 'SF1001'], ['ck-202606-0002', 'SF1002'], ['CK-202606-0003', 'SF1003'], ['CK-9', 'SF1004'], ['CK-202606-0002', 'sf1002'], ['', 'SF1'], ['CK-7', '']])
      .catch((error: unknown) => (error instanceof TrackingProblems ? error.problems.map(({ row, reason }) => [row, reason]) : error))
    expect(wrong).toEqual([[1, 'trackingUnreadable'], [2, 'numberTwice'], [4, 'beforeDocument'], [5, 'unknownPaper'], [6, 'numberTwice'], [7, 'numberMissing'], [8, 'trackingMissing']])
    expect(await list()).toEqual([])
    expect(await paste([['ck-202606-0002', 'SF1002'], ['DZ-202606-0001', 'SF1003']], '2026-06-30')).toBe(2)
    expect((await list()).map((row) => [row.number, row.tracking, row.way])).toEqual([['DZ-202606-0001', 'SF1003', 'courier'], ['CK-202606-0002', 'SF1002', 'courier']])
    expect(await paste([['CK-202606-0001', 'SF2001'], ['CK-202606-0002', 'SF1002']]).catch((error: unknown) => (error as TrackingProblems).problems.map(({ row, reason }) => [row, reason])))
      .toEqual([[1, 'letterVoided'], [2, 'alreadyRecorded']])
  })

  it('names the demands that arrived: by 时效规定 8 each interrupts, while a friendly reminder, a void letter and one that is under way do not', async () => {
    const [first, second] = [await letter(mine, 'demand', '2026-06-01', [11, 12]), await letter(theirs, 'finalNotice', '2026-06-01', [21])]
    const twice = await sendOne(first)
    await note(twice, 'slip', { on: '2026-06-08' })
    await note(twice, 'arrived', { on: '2026-06-05' })
    await note(await sendOne(second), 'slip', { on: '2026-06-04' })
    await note(await sendOne(await letter(mine, 'reminder')), 'slip')
    await note(await sendOne(await letter(mine, 'secondDemand')), 'returned')
    await sendOne(first)
    const undone = await sendOne(first)
    await note(undone, 'arrived')
    await undo(undone, (await view(undone)).outcomes[0]?.id ?? 0)
    const voided = await letter(mine)
    await note(await sendOne(voided), 'arrived')
    await voidLetter(voided)
    expect((await arrived()).map((row) => [row.number, row.customerId, row.on, row.itemIds])).toEqual([['CK-202606-0002', theirs, '2026-06-04', [21]], ['CK-202606-0001', mine, '2026-06-05', [11, 12]]])
    expect((await arrived({ customerId: mine })).map((row) => row.documentId)).toEqual([first])
    expect((await arrived({ asOf: day('2026-06-04') })).map((row) => row.documentId)).toEqual([second])
    expect((await arrived({}, seller)).map((row) => row.documentId)).toEqual([first])
  })
})

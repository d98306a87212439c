import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { changeCustomer } from '../../db/customers/commands.ts'
import { issueLetters } from '../../db/dunning/commands.ts'
import { letterContent, type DunningQuestion } from '../../db/dunning/content.ts'
import { letterView } from '../../db/dunning/queries.ts'
import { withWording } from '../../db/dunning/wording.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { addPicture, saveLook, saveWording } from '../../db/templates/commands.ts'
import { currentLook, currentWordings, loadPictures, lookVersions, pictureBytes, wordingVersions } from '../../db/templates/queries.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { letterHtml } from '../../shared/dunning/letterHtml.ts'
import { Refusal } from '../../shared/refusal.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { BUILT_IN_LOOK, type LetterLevel, type Look, type Wording } from '../../shared/templates/schemas.ts'
import { Desk, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'
import { jpeg, png } from '../support/pictures.ts'

const refusedWith = async (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof Refusal ? [error.reason, error.data.field, error.data.row, error.data.column] : error))

describe.each(engines)('templates on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    customer = await desk.customer('上海机械')
    await desk.invoice(customer, 50_000, '2026-04-01', { dueOn: '2026-06-01' })
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  const save = (over: Partial<Wording>, level: LetterLevel = 'reminder') => desk.write((tx) => saveWording(tx, { level, language: 'zh-CN', wording: { ...builtInWording(level, 'zh-CN'), ...over }, note: '改' }))
  const versions = async (level: LetterLevel = 'reminder') => (await desk.ledger.read((reader) => wordingVersions(reader, level, 'zh-CN'))).map((row) => [row.version, row.wording.title, row.note])
  const question = async (asOf: Day): Promise<DunningQuestion> => ({ asOf, currency: 'CNY', options: await desk.ledger.read(loadOptions), scope: null })
  const issue = async (asOf: Day = TODAY): Promise<number> => {
    const asked = await question(asOf)
    const { ids } = await desk.write(async (tx) => issueLetters(tx, [{ customerId: customer, remark: '', language: 'zh-CN' }], asked, await loadCompany(tx), { skipLeftOut: false, mayApprove: true }))
    return ids[0] ?? 0
  }
  const view = (id: number) => desk.ledger.read((reader) => letterView(reader, id, null))
  const look = (over: Partial<Look>) => desk.write((tx) => saveLook(tx, { ...BUILT_IN_LOOK, ...over }))

  it('starts with the built-in wordings of four levels in two languages', async () => {
    const rows = await desk.ledger.read(currentWordings)
    expect(rows.map((row) => [row.level, row.language, row.version, row.wording.title])).toEqual([
      ['reminder', 'zh-CN', 0, '付款提醒函'], ['demand', 'zh-CN', 0, '催款函'], ['secondDemand', 'zh-CN', 0, '再次催款函'], ['finalNotice', 'zh-CN', 0, '最后催款通知'],
      ['reminder', 'en', 0, 'Payment Reminder'], ['demand', 'en', 0, 'Demand for Payment'], ['secondDemand', 'en', 0, 'Second Demand for Payment'], ['finalNotice', 'en', 0, 'Final Notice'],
    ])
  })

  it('keeps every version, each level and language by itself, and takes the built-in one back as a new version', async () => {
    await save({ title: '温馨提示' })
    await save({ title: '友情提示' })
    await save({})
    expect([await versions(), await versions('demand')]).toEqual([[[3, '付款提醒函', '改'], [2, '友情提示', '改'], [1, '温馨提示', '改'], [0, '付款提醒函', '']], [[0, '催款函', '']]])
  })

  it('refuses what cannot be filled, with the part and its place in it, and a wording that is the same', async () => {
    const told = []
    for (const over of [
      { opening: '您好\n{{ custmer.name }}' }, { asking: '{{ total | red }}' }, { rights: "x {% include '/etc/passwd' %}" }, { closing: '{% if fee %}' }, { greeting: '{{ (1..999999) }}' }, {},
    ]) told.push(await refusedWith(save(over)))
    expect(told).toEqual([
      ['unknownName', 'wording.opening', 2, '4'], ['unknownFilter', 'wording.asking', 1, '1'], ['unknownTag', 'wording.rights', 1, '3'], ['wrongTemplate', 'wording.closing', 1, '1'],
      ['templateTooLarge', 'wording.greeting', 1, '1'], ['unchanged', undefined, undefined, undefined],
    ])
    expect(await versions()).toEqual([[0, '付款提醒函', '']])
  })

  describe('a letter', () => {
    it('has the words and the look of its day; both can change, and so can the customer and the debt', async () => {
      const { hash: seal } = await desk.write((tx) => addPicture(tx, png()))
      await save({ title: '温馨提示', opening: '{{ customer.name }}：欠款 {{ total | bold }}' })
      await look({ sealPicture: seal, footnote: '财务部' })
      const id = await issue()
      const before = await view(id)
      const paper = async () => letterHtml((await view(id)).content, { reprint: true }, await desk.ledger.read((reader) => loadPictures(reader, [seal])))
      const printed = await paper()
      expect([before.content.template, before.content.wording?.version, before.content.wording?.lookVersion, before.content.wording?.parts.title]).toEqual(['2', 1, 1, '温馨提示'])
      expect(printed).toContain('上海机械：欠款 <b>人民币 ¥500.00</b>')

      await save({ opening: '改了' })
      await look({ footnote: '又改了' })
      await desk.write((tx) => changeCustomer(tx, customer, 1, customerInput.parse({ name: '上海重工' })))
      await desk.reverseInvoice(1)
      expect([await paper(), (await view(id)).hash]).toEqual([printed, before.hash])
    })

    it('takes the wording that is in use when it is issued, and names the letter before', async () => {
      const first = await issue()
      await save({ title: '新函', opening: '{{ lastLetter.title }} {{ lastLetter.number }} {{ lastLetter.issuedOn }}' }, 'demand')
      const second = await view(await issue(addDays(TODAY, 10)))
      expect([(await view(first)).content.wording?.version, second.level, second.content.wording?.version, second.content.wording?.parts.opening])
        .toEqual([0, 'demand', 1, '付款提醒函 CK-202606-0001 2026年6月30日'])
    })

    it('is not issued in words that cannot be filled any more', async () => {
      const content = { ...builtInWording('reminder', 'zh-CN'), asking: '{{ total }} {{ gone }}' }
      await desk.write(async (tx) => tx.post(tx.t.letterWordings, [{ id: 1, level: 'reminder', language: 'zh-CN', version: 1, content, note: '', postedAt: tx.now, postedBy: '' }]))
      expect(await refusedWith(issue())).toEqual(['unknownName', 'wording.asking', 1, '16'])
    })

    it('can be tried with a draft of the words', async () => {
      const asked = await question(TODAY)
      const draft = { ...builtInWording('finalNotice', 'zh-CN'), closing: '此致 {{ customer.name }}' }
      const content = await desk.ledger.read(async (reader) => withWording(reader, await letterContent(reader, { customerId: customer, remark: '', language: 'zh-CN' }, asked, await loadCompany(reader), ''), draft))
      expect([content.wording?.parts.closing, await versions('finalNotice')]).toEqual(['此致 上海机械', [[0, '最后催款通知', '']]])
    })
  })

  describe('a picture', () => {
    it('is kept once, under the hash of its bytes', async () => {
      const added = [await desk.write((tx) => addPicture(tx, png())), await desk.write((tx) => addPicture(tx, png())), await desk.write((tx) => addPicture(tx, png(40, 20))), await desk.write((tx) => addPicture(tx, jpeg(640, 480)))]
      expect(added.map(({ type, width, height }) => [type, width, height])).toEqual([['image/png', 32, 32], ['image/png', 32, 32], ['image/png', 40, 20], ['image/jpeg', 640, 480]])
      expect([added[0]?.hash === added[1]?.hash, (await desk.ledger.read((reader) => reader.db.select().from(reader.t.pictures))).length]).toEqual([true, 3])
      expect(await desk.ledger.read((reader) => pictureBytes(reader, added[2]?.hash ?? ''))).toEqual({ type: 'image/png', bytes: png(40, 20) })
    })

    it('is refused by its bytes, whatever it is called', async () => {
      const text = (written: string) => new TextEncoder().encode(written)
      const reasons = []
      for (const bytes of [
        text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), text('<html><img src=x onerror=alert(1)>'), new Uint8Array([...png(), ...text('<script>')]), text('GIF89a'), new Uint8Array(),
        png(8, 40), jpeg(3001, 100), new Uint8Array(300 * 1024 + 1),
      ]) reasons.push(await refusalOf(desk.write((tx) => addPicture(tx, bytes))))
      expect(reasons).toEqual([...Array.from({ length: 5 }, () => 'notAPicture'), 'pictureOfWrongSize', 'pictureOfWrongSize', 'pictureTooLarge'])
    })
  })

  describe('a look', () => {
    it('is kept by versions', async () => {
      await look({ sender: '财务部' })
      await look({ sender: '财务部', withSlip: false })
      expect((await desk.ledger.read(lookVersions)).map((row) => [row.version, row.look.sender, row.look.withSlip])).toEqual([[2, '财务部', false], [1, '财务部', true], [0, '', true]])
      expect((await desk.ledger.read(currentLook)).version).toBe(2)
    })

    it('is refused with a picture that is not there, and when it is the same', async () => {
      expect([await refusedWith(look({ sealPicture: 'a'.repeat(64) })), await refusedWith(look({}))]).toEqual([['unknownPicture', 'sealPicture', undefined, undefined], ['unchanged', undefined, undefined, undefined]])
    })
  })
})

/** Letters by e-mail to a real SMTP server: what arrives, and what is said when nothing does. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { FIRST_MAIL_TEXTS } from '../../shared/deliveries/mailDefaults.ts'
import { answerOf, call, router, TestOffice } from '../support/offices.ts'

interface Got {
  to: string[]
  head: string
  raw: string
}
const PASSWORD = 'smtp-秘密-1'

/** A header as a person reads it: folded lines joined, encoded words decoded. */
function readHead(raw: string, name: string): string {
  const line = new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1] ?? ''
  return line.replaceAll(/\r\n[ \t]+/g, ' ').replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'))
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) => decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')))
}
const partOf = (raw: string, type: string): string => raw.split(/\r\n--[^\r\n]+/).find((part) => part.toLowerCase().includes(`content-type: ${type}`)) ?? ''
function bodyOf(part: string): string {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4)
  if (/encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = /encoding: quoted-printable/i.test(part) ? body.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : body
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
const fileNameOf = (part: string): string =>
  decodeURIComponent([...part.matchAll(/filename\*(?:\d+\*?)?=(?:utf-8'')?"?([^;\r\n"]*)"?/gi)].map((match) => match[1] ?? '').join(''))

describe('letters by e-mail', () => {
  let made: TestOffice
  let letters: number[]
  let customers: number[]
  let got: Got[] = []
  let server: SMTPServer | undefined
  let port = 25
  let count = 0

  async function serve(options: SMTPServerOptions = {}): Promise<void> {
    const one = new SMTPServer({
      disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false,
      onAuth: (auth, _session, done) => (auth.username === 'huikuan' && auth.password === PASSWORD ? done(null, { user: 'huikuan' }) : done(new Error('bad login'))),
      onRcptTo: (address, _session, done) => done(address.address.startsWith('nobody') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
          const raw = Buffer.concat(chunks).toString('latin1')
          got.push({ to: session.envelope.rcptTo.map(({ address }) => address), head: raw.slice(0, raw.indexOf('\r\n\r\n')), raw })
          done()
        })
      },
      ...options,
    })
    server = one
    one.on('error', () => undefined)
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
    const address = one.server.address()
    port = typeof address === 'object' && address !== null ? address.port : 25
    await settings()
  }
  const settings = async (more: object = {}) => call(router.deliveries.saveMailSettings, {
    version: (await call(router.deliveries.mailSettings, undefined, { context: made.as('administrator') })).version,
    host: '127.0.0.1', port, security: 'none', user: 'huikuan', fromAddress: 'caiwu@hengrui.cn', fromName: '苏州恒锐', replyTo: '', texts: FIRST_MAIL_TEXTS, password: PASSWORD, ...more,
  }, { context: made.as('owner') })
  const send = (addressed: { documentId: number; to: string }[], requestId = `request-${++count}`) =>
    call(router.deliveries.mail, { paper: 'letter', letters: addressed, requestId }, { context: made.as('clerk') })
  const reasons = async (attempt: ReturnType<typeof send>): Promise<string[]> => (await attempt).map(({ reason }) => reason)

  beforeAll(async () => {
    made = await TestOffice.full()
    const { desk } = made
    customers = [
      await desk.customer('上海机械（集团）有限公司\u2028', { salespersonId: made.idOf('salesperson'), contacts: [{ name: '张三', role: '', phone: '', email: '' }, { name: '陈经理', role: '', phone: '', email: 'chen@shjx.cn' }] }),
      await desk.customer('重庆钢厂'), await desk.customer('杭州西溪'),
    ]
    for (const customer of customers) await desk.invoice(customer, 123_456, '2026-03-01')
    letters = (await call(router.dunning.issue, { customerIds: customers }, { context: made.as('clerk') })).letters.map(({ id }) => id)
  })
  afterAll(() => made.close())
  beforeEach(() => {
    got = []
  })
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

  it('cannot be sent before there is a server, and says how to name facts', async () => {
    expect(await answerOf(send([{ documentId: letters[0]!, to: 'a@b.cn' }]))).toMatchObject({ data: { reason: 'mailNotSet' } })
    const texts = { ...FIRST_MAIL_TEXTS, letter: { ...FIRST_MAIL_TEXTS.letter, en: { subject: 'x', text: 'Dear {{ process.env }}' } } }
    expect(await answerOf(settings({ texts }))).toMatchObject({ data: { reason: 'unknownPlaceholder', field: 'texts.letter.en.text', params: { name: 'process.env' } } })
  })

  it('keep the password on this machine, out of the ledger and out of every answer', async () => {
    await serve()
    expect(await settings()).toMatchObject({ passwordSet: true, settings: { user: 'huikuan' } })
    const file = path.join(made.folder, 'mailPasswords.json')
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8').includes(PASSWORD)]).toEqual([0o600, true])
    expect(JSON.stringify(await call(router.deliveries.mailSettings, undefined, { context: made.as('owner') }))).not.toContain(PASSWORD)
    expect([readFileSync(made.ledger.location), readFileSync(`${made.ledger.location}-wal`)].some((bytes) => bytes.includes(PASSWORD))).toBe(false)
    expect(await call(router.deliveries.testMail, { to: 'boss@hengrui.cn' }, { context: made.as('owner') })).toMatchObject({ sent: true, reason: '' })
    expect([got[0]?.to, readHead(got[0]?.head ?? '', 'Subject')]).toEqual([['boss@hengrui.cn'], '回款管家：测试邮件'])
    expect((await settings({ password: null })).passwordSet).toBe(false)
  })

  it('arrive as they were written: subject, words, and the letter as a file of its name', async () => {
    await serve()
    const draft = await call(router.deliveries.draftMails, { paper: 'letter', documentIds: letters }, { context: made.as('clerk') })
    expect(draft.letters.map(({ to, source }) => [to, source])).toEqual([['chen@shjx.cn', 'contact'], ['', ''], ['', '']])
    const [result] = await send([{ documentId: letters[0]!, to: 'chen@shjx.cn' }])
    expect(result).toMatchObject({ number: 'CK-202606-0001', sent: true, reason: '', to: 'chen@shjx.cn' })
    const [mail] = got
    const raw = mail?.raw ?? ''
    expect([readHead(raw, 'From'), readHead(raw, 'To')]).toEqual(['苏州恒锐 <caiwu@hengrui.cn>', '上海机械（集团）有限公司 <chen@shjx.cn>'])
    expect(readHead(raw, 'Subject')).toBe(draft.sample.subject)
    expect(draft.sample.subject).toMatch(/CK-202606-0001 · 苏州恒锐$/)
    expect(bodyOf(partOf(raw, 'text/plain')).replaceAll('\r\n', '\n').trim()).toBe(draft.sample.text.trim())
    expect(raw).not.toMatch(/text\/html/i)
    const pdf = partOf(raw, 'application/pdf')
    expect([fileNameOf(pdf), bodyOf(pdf).includes('CK-202606-0001')]).toEqual(['上海机械（集团）有限公司 CK-202606-0001.pdf', true])
    const context = made.as('clerk')
    expect((await call(router.deliveries.list, {}, { context })).rows[0]).toMatchObject({ id: result?.deliveryId, way: 'email', recipient: 'chen@shjx.cn', state: 'sent' })
    expect((await call(router.dunning.get, { id: letters[0]! }, { context })).printed.map(({ how, reprint }) => [how, reprint])).toEqual([['pdf', false]])
  })

  it('are never sent twice by one request, also when both come at once', async () => {
    await serve()
    const order = [{ documentId: letters[1]!, to: 'buyer@cqgc.cn' }]
    const [one, other] = await Promise.all([send(order, 'request-same'), send(order, 'request-same')])
    const again = await send(order, 'request-same')
    expect(got.length).toBe(1)
    expect(again).toEqual([one, other].find(([result]) => result?.sent))
    expect((await call(router.deliveries.draftMails, { paper: 'letter', documentIds: [letters[1]!] }, { context: made.as('clerk') })).letters[0]).toMatchObject({ to: 'buyer@cqgc.cn', source: 'earlier' })
  })

  it('go on when one address is refused, and keep what the server said', async () => {
    await serve()
    const results = await send([{ documentId: letters[0]!, to: 'nobody@shjx.cn' }, { documentId: letters[1]!, to: '' }, { documentId: letters[2]!, to: 'ok@xixi.cn' }])
    expect(results.map(({ sent, reason }) => [sent, reason])).toEqual([[false, 'recipient'], [false, 'noAddress'], [true, '']])
    expect([results[0]?.answer, got.map(({ to }) => to)]).toEqual([expect.stringContaining('no such user'), [['ok@xixi.cn']]])
  })

  const both = () => [{ documentId: letters[0]!, to: 'a@shjx.cn' }, { documentId: letters[1]!, to: 'b@cqgc.cn' }]
  it('say that the password is wrong, and do not try the rest', async () => {
    await serve()
    await settings({ password: 'wrong' })
    expect(await reasons(send(both()))).toEqual(['auth', 'notTried'])
  })

  it('say that nobody listens there', async () => {
    await settings({ port: 1 })
    expect(await reasons(send(both()))).toEqual(['connection', 'notTried'])
  })

  it('refuse a server that does not encrypt, or whose certificate nobody vouches for', async () => {
    await serve()
    await settings({ security: 'starttls' })
    expect(await reasons(send([both()[0]!]))).toEqual(['tls'])
    await new Promise<void>((resolve) => server?.close(() => resolve()))
    await serve({ secure: true })
    await settings({ security: 'tls' })
    expect(await reasons(send([both()[0]!]))).toEqual(['tls'])
    expect(got).toEqual([])
  })

  it('wait for a slow server only so long', async () => {
    await serve({ onMailFrom: (_address, _session, done) => void setTimeout(done, 6000).unref() })
    made.office.options.mailPatienceMs = 300
    const before = Date.now()
    expect(await reasons(send(both()))).toEqual(['timeout', 'notTried'])
    expect(Date.now() - before).toBeLessThan(5000)
    delete made.office.options.mailPatienceMs
  })

  it.each([
    ['a@b.cn\r\nBcc: c@d.cn'], ['a@b.cn, c@d.cn'], ['<a@b.cn>'], ['张三 <a@b.cn>'], ['a@localhost'],
  ])('take no address such as %j', async (to) => {
    expect(await answerOf(send([{ documentId: letters[0]!, to }]))).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('carry no head that a name or a subject brings along', async () => {
    await serve()
    expect(await answerOf(settings({ fromName: '恒锐\r\nBcc: c@d.cn' }))).toMatchObject({ code: 'BAD_REQUEST' })
    const evil = await made.desk.customer('恶意公司\r\nBcc: evil@x.cn\r\n\r\n<script>')
    await made.desk.invoice(evil, 123_456, '2026-03-01')
    const [letter] = (await call(router.dunning.issue, { customerIds: [evil] }, { context: made.as('clerk') })).letters
    const texts = { ...FIRST_MAIL_TEXTS, letter: { ...FIRST_MAIL_TEXTS.letter, 'zh-CN': { subject: '{{ customer.name }} {{ number }}', text: '{{ customer.name }}' } } }
    await settings({ texts })
    expect(await reasons(send([{ documentId: letter?.id ?? 0, to: 'ok@x.cn' }]))).toEqual([''])
    expect([got[0]?.to, /^bcc:/im.test(got[0]?.head ?? ''), readHead(got[0]?.head ?? '', 'Subject')]).toEqual([['ok@x.cn'], false, expect.stringMatching(/^恶意公司 Bcc: evil@x\.cn <script> CK-/)])
  })

  it('leave a ledger whose check finds nothing', async () => {
    expect((await checkLedger(made.ledger)).findings).toEqual([])
  })
})

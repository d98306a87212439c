/** The open interface as another system uses it: plain JSON over HTTP, a multipart file, a token. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startHttpHost, type HttpHost } from '../../electron/hosts/http.ts'
import { TestOffice } from '../support/offices.ts'

interface Reply {
  status: number
  body: Record<string, unknown>
}

describe('the open interface', () => {
  let made: TestOffice
  let host: HttpHost
  let token: string

  beforeAll(async () => {
    made = await TestOffice.full()
    token = made.office.sessions.start({ trusted: true }).token
    host = await startHttpHost({
      port: 0, onError: (error) => made.logged.push(error),
      authenticate: (given) => {
        const session = made.office.sessions.find(given)
        return session ? { office: made.office, session } : null
      },
    })
  })
  afterAll(async () => {
    await host.close()
    await made.close()
  })

  async function ask(method: string, path: string, body?: unknown, as = token): Promise<Reply> {
    const form = body instanceof FormData
    const response = await fetch(`${host.url}/api/v1${path}`, {
      method, headers: { authorization: `Bearer ${as}`, ...(form || body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  it('goes the whole way: customer, receivable, receipt, aging, letter', async () => {
    const customer = await ask('POST', '/customers', { name: '上海机械', terms: { kind: 'days', count: 30 } })
    expect([customer.status, customer.body['code']]).toEqual([201, 'C00001'])
    const customerId = customer.body['id']
    const invoice = await ask('POST', '/invoices', { customerId, documentOn: '2026-03-01', amount: 1_000_000, invoiceNumber: '26312000000054300101', post: true })
    expect([invoice.status, invoice.body['number'], invoice.body['dueOn']]).toEqual([201, 'YS-202603-0001', '2026-03-31'])
    const [part] = invoice.body['installments'] as { itemId: number }[]
    const receipt = await ask('POST', '/receipts', { customerId, receivedOn: '2026-05-10', amount: 400_000, allocations: [{ itemId: part?.itemId, amount: 400_000 }], requestId: 'erp-0001' })
    expect([receipt.status, receipt.body['number'], receipt.body['unallocated']]).toEqual([201, 'SK-202605-0001', 0])
    expect((await ask('POST', '/receipts', { customerId, receivedOn: '2026-05-10', amount: 400_000, allocations: [{ itemId: part?.itemId, amount: 400_000 }], requestId: 'erp-0001' })).body['id']).toBe(receipt.body['id'])
    const aging = await ask('GET', '/reports/aging?asOf=2026-06-30&boundaries=30,60,90')
    expect(aging.body['totals']).toEqual({ notDue: 0, buckets: [0, 0, 0, 600_000], unallocated: 0, total: 600_000, overdue: 600_000, items: 1, acceptances: 0, debts: 600_000, overdueDebts: 600_000 })
    expect((await ask('GET', '/reports/aging?asOf=2026-05-09&boundaries=30,60,90')).body['totals']).toMatchObject({ total: 1_000_000 })
    const ahead = await ask('POST', '/letters', { customerIds: [customerId], asOf: '2026-07-01' })
    expect([ahead.status, ahead.body['data']]).toMatchObject([422, { reason: 'datedAhead', field: 'asOf' }])
    const letter = await ask('POST', '/letters', { customerIds: [customerId] })
    expect([letter.status, (letter.body['letters'] as { number: string; amount: number }[]).map(({ number, amount }) => [number, amount])]).toEqual([201, [['CK-202606-0001', 600_000]]])
  })

  it('reads lists with sort, filters and flags in the query', async () => {
    const query = new URLSearchParams({ sort: '[{"field":"amount","dir":"asc"}]', filters: '[{"field":"amount","op":"gte","value":1000000}]', limit: '5', withTotals: 'true' })
    expect((await ask('GET', `/invoices?${query.toString()}`)).body).toMatchObject({ total: 1, totals: { amount: 1_000_000, open: 600_000 } })
    await ask('POST', '/invoices', { kind: 'creditNote', customerId: 1, documentOn: '2026-06-01', amount: 500, post: true })
    expect([(await ask('GET', '/open-items?customerId=1')).body['total'], (await ask('GET', '/open-items?customerId=1&includeCredits=false')).body['total']]).toEqual([2, 1])
  })

  it('refuses with the reason, the field and what the sentence needs', async () => {
    const refused = await ask('POST', '/receipts', { customerId: 1, receivedOn: '2026-06-10', amount: 100, allocations: [{ itemId: 1, amount: 200 }] })
    expect([refused.status, refused.body['code'], refused.body['data']]).toEqual([422, 'REFUSED', { reason: 'moreThanReceiptLeft', field: 'allocations.0.amount', params: { left: 100, amount: 200 } }])
    expect((await ask('GET', '/customers/999')).status).toBe(404)
    expect((await ask('GET', '/invoices?filters=[{"field":"seal","op":"eq","value":"x"}]')).status).toBe(422)
    expect((await ask('POST', '/receipts', { customerId: 1, receivedOn: '2026-02-30', amount: 10.5 })).status).toBe(400)
    expect((await ask('POST', '/receipts', { customerId: 1, receivedOn: '2026-06-10', amount: 100, allocations: [{ itemId: 1, amount: 100, reason: 'reversal' }] })).status).toBe(400)
  })

  it('imports a file that a form carries, once', async () => {
    const upload = () => {
      const form = new FormData()
      form.append('file', new File(['客户编码,客户名称,电话\nK001,重庆钢厂,023-1\nK002,苏州盛华,0512-2\n'], '客户.csv', { type: 'text/csv' }))
      return form
    }
    const first = await ask('POST', '/imports', upload())
    expect([first.status, first.body['target'], first.body['created']]).toEqual([201, 'customers', 2])
    const again = await ask('POST', '/imports', upload())
    expect(again.body).toMatchObject({ created: 0, skipped: { existing: { count: 2 } } })
    expect((await ask('GET', '/imports')).body['total']).toBe(1)
  })

  it('gives a person who signs in a token of the own rights', async () => {
    const { body } = await ask('POST', '/sessions', { name: '王业务', password: 'huikuan-1' })
    const own = String(body['token'])
    expect((await ask('GET', '/customers', undefined, own)).body['total']).toBe(0)
    expect([(await ask('POST', '/customers', { name: '私单' }, own)).status, (await ask('GET', '/customers', undefined, 'guessed')).status]).toEqual([403, 401])
    await ask('DELETE', '/sessions/current', undefined, own)
    expect((await ask('GET', '/customers', undefined, own)).status).toBe(401)
  })

  it('checks the ledger and had nothing unexpected to log', async () => {
    expect((await ask('POST', '/ledger/check')).body).toMatchObject({ ok: true, findings: [] })
    expect(made.logged).toEqual([])
  })
})

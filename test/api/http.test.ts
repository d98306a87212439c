/** The HTTP host as a stranger meets it: real sockets, real headers, in the order in which it looks at them. */
import { request } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { startHttpHost, type HttpHost } from '../../electron/hosts/http.ts'
import { Office } from '../../electron/office.ts'
import { localEffects } from '../../electron/printing/localEffects.ts'
import { contract } from '../../shared/contract.ts'

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

describe('the HTTP host', () => {
  let folder: string
  let office: Office
  let host: HttpHost
  let token: string

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'huikuan-http-'))
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><script nonce="huikuan-nonce"></script>')
    writeFileSync(path.join(path.dirname(folder), `${path.basename(folder)}-secret.json`), '{}')
    office = new Office({ dataFolder: folder, ledgerFolder: folder, effects: localEffects, version: '0', printing: 'browser', fixed: true })
    await office.found(path.join(folder, 'a.db'), (ledger) => ledger.write({ by: SYSTEM, procedure: 'ledgers.create' }, (tx) => foundEmptyLedger(tx, null)))
    token = office.sessions.start({ trusted: true }).token
    host = await startHttpHost({
      port: 0, pageFolder: folder, onError: (error) => { throw error },
      authenticate: (given) => {
        const session = office.sessions.find(given)
        return session && { office, session }
      },
    })
  })
  afterAll(async () => {
    await host.close()
    await office.ledger?.close()
    rmSync(folder, { recursive: true })
    rmSync(`${folder}-secret.json`)
  })

  const ask = (target: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(host.url)
      const call = request({ hostname, port, path: target, method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      })
      call.on('error', reject)
      call.end(body)
    })
  const bearer = (): Record<string, string> => ({ authorization: `Bearer ${token}` })

  it.each([
    ['another Host, whatever else is right', { host: 'evil.example' }, true, 403, 'WRONG_HOST'],
    ['another Host before another Origin', { host: 'evil.example', origin: 'https://evil.example' }, false, 403, 'WRONG_HOST'],
    ['another Origin, although the token is right', { origin: 'https://evil.example' }, true, 403, 'WRONG_ORIGIN'],
    ['another Origin before a missing token', { origin: 'https://evil.example' }, false, 403, 'WRONG_ORIGIN'],
    ['an opaque Origin', { origin: 'null' }, true, 403, 'WRONG_ORIGIN'],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, true, 403, 'WRONG_ORIGIN'],
    ['no token', {}, false, 401, 'UNAUTHORIZED'],
    ['a wrong token', { authorization: 'Bearer x' }, false, 401, 'UNAUTHORIZED'],
    ['a token of another kind', { authorization: 'Basic x' }, false, 401, 'UNAUTHORIZED'],
  ])('refuses %s', async (_, headers, withToken, status, code) => {
    for (const target of ['/api/v1/status', '/api/v1/openapi.json', '/api/v1/none', '/rpc/ledgers/status', '/api']) {
      const answer = await ask(target, { ...(withToken ? bearer() : {}), ...headers })
      expect([target, answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([target, status, code])
    }
  })

  it('looks at Host for the page too, which needs no token', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403)
    expect((await ask('/')).status).toBe(200)
  })

  it('gives each load of the page a nonce of its own and a policy that names it', async () => {
    const [first, second] = [await ask('/'), await ask('/')]
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1] ?? ''
    expect(nonce).not.toBe('huikuan-nonce')
    expect(second.body).not.toContain(nonce)
    expect(first.headers['content-security-policy']).toContain(`script-src 'nonce-${nonce}'`)
    expect(first.headers['content-security-policy']).not.toContain('unsafe')
  })

  it('serves nothing outside of the page\'s folder', async () => {
    const secret = `${path.basename(folder)}-secret.json`
    for (const target of [`/../${secret}`, `/%2e%2e/${secret}`, `/..%2f${secret}`, `//${secret}`, '/a.db', '/%00', '/%']) expect([target, (await ask(target)).status]).toEqual([target, 404])
    expect((await ask('/', {}, 'POST')).status).toBe(405)
  })

  it('answers plain JSON, and 404 where there is no procedure', async () => {
    const answer = await ask('/api/v1/status', bearer())
    expect(JSON.parse(answer.body)).toMatchObject({ ledger: { engine: 'sqlite' }, user: { role: 'administrator' }, http: null })
    expect((await ask('/api/v1/none', bearer())).status).toBe(404)
  })

  it('refuses what the contract does not take, and a body beyond its limit', async () => {
    const json = { ...bearer(), 'content-type': 'application/json' }
    expect((await ask('/api/v1/customers', json, 'POST', '{"name":""}')).status).toBe(400)
    expect((await ask('/api/v1/customers', { ...json, 'content-length': String(65 * 1024 * 1024) }, 'POST', '')).status).toBe(413)
  })

  it('describes every procedure of the contract', async () => {
    const document = JSON.parse((await ask('/api/v1/openapi.json', bearer())).body) as { openapi: string; info: { title: string }; paths: Record<string, Record<string, { operationId: string }>> }
    expect(document.openapi).toMatch(/^3\.1/)
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId))
    const declared = Object.entries(contract).flatMap(([slice, procedures]) => Object.keys(procedures).map((name) => `${slice}.${name}`))
    expect(described.sort()).toEqual(declared.sort())
  })
})

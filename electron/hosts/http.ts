/**
 * The HTTP host on 127.0.0.1: RPC for the page under /rpc, plain JSON for everything else under /api/v1, and the page.
 * The page's files hold no data, so they need no token; whatever touches the ledger does.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { Context } from '../api/context.ts'
import { router } from '../api/router.ts'
import { bearerToken, checkHost, checkOrigin, TOO_LARGE, WRONG_TOKEN, type Denial } from './gate.ts'
import { describeApi } from './openapi.ts'
import { readPage } from './pages.ts'
import { SECURITY_HEADERS } from './policy.ts'

/** An imported workbook of 100,000 rows has about 10 MB; more than this is no office file. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

export interface HttpHostOptions {
  /** Who holds this token; null refuses it. */
  authenticate: (token: string) => Context | null
  /** 0 is any free port. */
  port: number
  /** The folder of the built page; left out, only the API is served. */
  pageFolder?: string | undefined
  onError: (error: unknown) => void
}

export interface HttpHost {
  url: string
  close: () => Promise<void>
}

/** What cannot be read is the path of nothing. An older Electron has no URL.canParse. */
function pathOf(target: string): string {
  try {
    return new URL(`http://127.0.0.1${target}`).pathname
  } catch {
    return '/none'
  }
}

export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const limits = () => [new BodyLimitPlugin({ maxBodySize: MAX_BODY_BYTES })]
  const rpc = new RPCHandler<Context>(router, { plugins: limits() })
  const api = new OpenAPIHandler<Context>(router, { plugins: limits() })
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 10_000, maxHeaderSize: 16_384 })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const port = portOf(server)
    const wrongHost = checkHost(request, port)
    if (wrongHost) return deny(response, wrongHost)
    const path = pathOf(request.url ?? '')
    const forLedger = /^\/(rpc|api)(\/|$)/.test(path)
    const wrongOrigin = forLedger ? checkOrigin(request, port) : null
    if (wrongOrigin) return deny(response, wrongOrigin)
    if (!forLedger) return sendPage(request, response, path, options.pageFolder)
    const token = bearerToken(request)
    const context = token === null ? null : options.authenticate(token)
    if (context === null) return deny(response, WRONG_TOKEN)
    // A length that is announced is refused before anything is read; one that is not is counted as it comes.
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return deny(response, TOO_LARGE)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    if (path === '/api/v1/openapi.json' && request.method === 'GET') {
      return sendJson(response, 200, await describeApi(`http://127.0.0.1:${port}`))
    }
    const { matched } = path.startsWith('/rpc')
      ? await rpc.handle(request, response, { prefix: '/rpc', context })
      : await api.handle(request, response, { prefix: '/api/v1', context })
    if (!matched) sendJson(response, 404, { code: 'NOT_FOUND', message: 'No such procedure' })
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.onError(error)
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error' })
    })
  })
  await listen(server, options.port)
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Lets requests that are being answered finish for a second, then ends what is left (open streams never finish). */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 1000)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function deny(response: ServerResponse, denial: Denial): void {
  // The body was not read, so the connection cannot be used again.
  response.setHeader('connection', 'close')
  if (denial.status === 401) response.setHeader('www-authenticate', 'Bearer')
  sendJson(response, denial.status, { code: denial.code, message: denial.message })
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...SECURITY_HEADERS })
  response.end(JSON.stringify(body))
}

async function sendPage(request: IncomingMessage, response: ServerResponse, path: string, folder: string | undefined): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 405, { code: 'METHOD_NOT_ALLOWED', message: 'Only GET' })
  const file = folder === undefined ? null : await readPage(folder, path)
  if (!file) return sendJson(response, 404, { code: 'NOT_FOUND', message: 'No such page' })
  response.writeHead(200, file.headers)
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

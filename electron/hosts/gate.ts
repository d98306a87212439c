/**
 * Who may speak to the HTTP host. 127.0.0.1 is no boundary: any web page can reach it through DNS rebinding, and any
 * program on the machine can connect. So Host, then Origin, then the token are checked before anything else is read.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Denial {
  status: 401 | 403 | 413
  code: 'WRONG_HOST' | 'WRONG_ORIGIN' | 'UNAUTHORIZED' | 'PAYLOAD_TOO_LARGE'
  message: string
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The names by which a program on this machine may call the host; another name in Host means a rebound DNS entry. */
export const ownHosts = (port: number): ReadonlySet<string> => new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])

export function checkHost(request: IncomingMessage, port: number): Denial | null {
  const host = request.headers.host
  if (host !== undefined && ownHosts(port).has(host.toLowerCase())) return null
  return { status: 403, code: 'WRONG_HOST', message: 'The Host header does not name this host' }
}

/** Programs send no Origin; a page must be the one that this host served itself. */
export function checkOrigin(request: IncomingMessage, port: number): Denial | null {
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  const foreign = origin !== undefined && ![...ownHosts(port)].some((host) => origin.toLowerCase() === `http://${host}`)
  if (!foreign && (site === undefined || site === 'same-origin' || site === 'none')) return null
  return { status: 403, code: 'WRONG_ORIGIN', message: 'Requests from other origins are refused' }
}

/** The token of `Authorization: Bearer …`, or null. */
export function bearerToken(request: IncomingMessage): string | null {
  return /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

/** Compares digests, so that the time taken says nothing about the token. */
export const sameToken = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right))

export const WRONG_TOKEN: Denial = { status: 401, code: 'UNAUTHORIZED', message: 'Send the token as Authorization: Bearer' }
export const TOO_LARGE: Denial = { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'The request is too large' }

export const freshToken = (): string => randomBytes(32).toString('base64url')

/** The page's content security policy and the nonce that goes with it; the desktop and the HTTP host share them. */
import { randomBytes } from 'node:crypto'

/** What the build writes wherever a nonce belongs; replaced by a fresh one each time the page is loaded. */
export const NONCE_PLACEHOLDER = 'huikuan-nonce'

export const freshNonce = (): string => randomBytes(18).toString('base64')

export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sent with everything a host serves. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Reads the built page's files for a host; nothing outside their folder can be asked for. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentPolicy, freshNonce, NONCE_PLACEHOLDER, SECURITY_HEADERS } from './policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
}

export interface PageFile {
  body: Uint8Array
  headers: Record<string, string>
}

/** The file for a URL path, or null; `/` is the page itself, which gets a nonce of its own at each load. */
export async function readPage(folder: string, urlPath: string): Promise<PageFile | null> {
  const name = decodePath(urlPath)
  if (name === null) return null
  const file = path.join(folder, name === '/' ? 'index.html' : name)
  const type = TYPES[path.extname(file)]
  if (!type || !file.startsWith(folder + path.sep)) return null
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return null
  if (path.extname(file) !== '.html') {
    // The build puts a hash of the content into the names under assets/, so only those may be kept.
    const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return { body: bytes, headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cache } }
  }
  const nonce = freshNonce()
  const html = bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
  const headers = { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': contentPolicy(nonce) }
  return { body: Buffer.from(html, 'utf8'), headers }
}

function decodePath(urlPath: string): string | null {
  try {
    const name = decodeURIComponent(urlPath)
    return name.includes('\0') ? null : path.posix.normalize(name)
  } catch {
    return null
  }
}

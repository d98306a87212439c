/** Passwords as scrypt hashes, with their parameters beside them so that they can be raised later. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const COST = 16_384
const BLOCK = 8
const LENGTH = 32

const derive = (password: string, salt: Buffer, cost: number, block: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, LENGTH, { N: cost, r: block, p: 1, maxmem: 256 * cost * block }, (error, key) => (error ? reject(error) : resolve(key)))
  })

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST, BLOCK)
  return `scrypt$${COST}$${BLOCK}$1$${salt.toString('base64')}$${key.toString('base64')}`
}

export async function passwordFits(password: string, stored: string): Promise<boolean> {
  const [kind, cost, block, , salt, key] = stored.split('$')
  if (kind !== 'scrypt' || !salt || !key) return false
  const expected = Buffer.from(key, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), Number(cost), Number(block))
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

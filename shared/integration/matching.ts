/** Which customer of the ledger a row means: by code, tax number or name, and for a bank's payer by what is written around it. */
import { nameKey } from '../customers/names.ts'
import type { Party } from './receivables.ts'
import type { Terms } from '../terms/schemas.ts'

export interface KnownCustomer {
  /** Negative for a customer that this import creates. */
  id: number
  code: string
  name: string
  shortName: string
  taxNumber: string
  terms: Terms
  cutOffDate: number | null
}

export type NoCustomer = 'UNKNOWN_CUSTOMER' | 'AMBIGUOUS_CUSTOMER' | 'CUSTOMER_MISMATCH'

const SHORTEST_NAME_IN_TEXT = 4

/** A payer's name as banks write it: 有限责任公司 or 有限公司 for the same company. */
const payerName = (text: string): string => nameKey(text).replace('有限责任公司', '有限公司')

export class CustomerIndex {
  readonly #all: KnownCustomer[] = []
  readonly #codes = new Map<string, KnownCustomer>()
  readonly #taxNumbers = new Map<string, KnownCustomer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #names = new Map<string, KnownCustomer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #nameKeys = new Map<string, KnownCustomer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #payers = new Map<string, KnownCustomer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #found = new Map<string, KnownCustomer | NoCustomer>()

  constructor(customers: Iterable<KnownCustomer>) {
    for (const customer of customers) this.add(customer)
  }

  add(customer: KnownCustomer): void {
    this.#all.push(customer)
    if (customer.code !== '') this.#codes.set(customer.code, customer)
    put(this.#taxNumbers, customer.taxNumber.toUpperCase(), customer)
    put(this.#names, customer.name, customer)
    put(this.#nameKeys, nameKey(customer.name), customer)
    put(this.#payers, payerName(customer.name), customer)
    this.#found.clear()
  }

  /** The customer of a row, by code, then tax number, then name; two that point at different customers are no match. */
  find(party: Party): KnownCustomer | NoCustomer {
    const key = `${party.code}\n${party.taxNumber}\n${party.name}`
    let found = this.#found.get(key)
    if (found === undefined) {
      found = this.#seek(party)
      this.#found.set(key, found)
    }
    return found
  }

  #seek(party: Party): KnownCustomer | NoCustomer {
    const byCode = party.code ? this.#codes.get(party.code) : undefined
    const byTax = party.taxNumber ? this.#taxNumbers.get(party.taxNumber.toUpperCase()) : undefined
    const byName = party.name ? this.#names.get(party.name) ?? this.#nameKeys.get(nameKey(party.name)) : undefined
    const known = byCode ?? byTax ?? byName
    if (known === undefined || known === 'AMBIGUOUS_CUSTOMER') return known ?? 'UNKNOWN_CUSTOMER'
    const others = [byTax, byName].filter((other) => other !== undefined && other !== 'AMBIGUOUS_CUSTOMER')
    return others.every((other) => other === known) ? known : 'CUSTOMER_MISMATCH'
  }

  /**
   * The customer behind a payer of a bank statement: the name however the bank spells it, a branch of a customer, or a
   * customer whom the remark names (代…付). Similar names are different companies, so nothing else counts.
   */
  findPayer(name: string, remark: string): KnownCustomer | null {
    const payer = payerName(name)
    const known = one(this.#payers.get(payer)) ?? this.#branch(payer)
    if (known || remark === '') return known
    const text = payerName(remark)
    const named = new Set<KnownCustomer>()
    for (const customer of this.#all) {
      if ([customer.name, customer.shortName].some((word) => word.length >= SHORTEST_NAME_IN_TEXT && text.includes(payerName(word)))) named.add(customer)
    }
    const [only] = named
    return named.size === 1 && only ? only : null
  }

  #branch(payer: string): KnownCustomer | null {
    if (!/(?:分公司|分厂|分店|办事处|营业部|事业部)$/.test(payer)) return null
    for (let at = payer.indexOf('公司'); at > 0; at = payer.indexOf('公司', at + 1)) {
      const known = one(this.#payers.get(payer.slice(0, at + 2)))
      if (known) return known
    }
    return null
  }
}

function put(index: Map<string, KnownCustomer | 'AMBIGUOUS_CUSTOMER'>, key: string, customer: KnownCustomer): void {
  if (key !== '') index.set(key, index.has(key) ? 'AMBIGUOUS_CUSTOMER' : customer)
}

const one = (found: KnownCustomer | 'AMBIGUOUS_CUSTOMER' | undefined): KnownCustomer | null => (found === undefined || found === 'AMBIGUOUS_CUSTOMER' ? null : found)

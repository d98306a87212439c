/** Which customer of the ledger a row means: by code, tax number or name, and for a bank's payer by what is written around it. */
import type { CutOff, Terms } from '../terms/schemas.ts'
import { nameKey } from './names.ts'

export interface KnownCustomer extends CutOff {
  /** Negative for a customer that this import creates. */
  id: number
  code: string
  name: string
  shortName: string
  taxNumber: string
  terms: Terms
}

/** How a row names its customer; '' where it does not say. */
export interface Named {
  code: string
  taxNumber: string
  name: string
}

/** How a payer was known: by the very name, by another spelling of it, as a branch, or by what the remark says. */
export type PayerBy = 'name' | 'nameVariant' | 'branch' | 'memo'

export type NoCustomer = 'UNKNOWN_CUSTOMER' | 'AMBIGUOUS_CUSTOMER' | 'CUSTOMER_MISMATCH'

const SHORTEST_NAME_IN_TEXT = 4
/** Names that may stand in a text are kept by their first characters, so that a text is read once and not once a customer. */
const HEAD = 2

/** A payer's name as banks write it: 有限责任公司 or 有限公司 for the same company. */
const payerName = (text: string): string => nameKey(text).replace('有限责任公司', '有限公司')

export class CustomerIndex<Customer extends KnownCustomer = KnownCustomer> {
  readonly #heads = new Map<string, { key: string; customer: Customer }[]>()
  readonly #codes = new Map<string, Customer>()
  readonly #taxNumbers = new Map<string, Customer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #names = new Map<string, Customer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #nameKeys = new Map<string, Customer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #payers = new Map<string, Customer | 'AMBIGUOUS_CUSTOMER'>()
  readonly #found = new Map<string, Customer | NoCustomer>()

  constructor(customers: Iterable<Customer>) {
    for (const customer of customers) this.add(customer)
  }

  add(customer: Customer): void {
    for (const word of [customer.name, customer.shortName]) {
      const key = payerName(word)
      if (word.length < SHORTEST_NAME_IN_TEXT || key.length < HEAD) continue
      const head = key.slice(0, HEAD)
      this.#heads.set(head, [...(this.#heads.get(head) ?? []), { key, customer }])
    }
    if (customer.code !== '') this.#codes.set(customer.code, customer)
    put(this.#taxNumbers, customer.taxNumber.toUpperCase(), customer)
    put(this.#names, customer.name, customer)
    put(this.#nameKeys, nameKey(customer.name), customer)
    put(this.#payers, payerName(customer.name), customer)
    this.#found.clear()
  }

  /** The customer of a row, by code, then tax number, then name; two that point at different customers are no match. */
  find(party: Named): Customer | NoCustomer {
    const key = `${party.code}\n${party.taxNumber}\n${party.name}`
    let found = this.#found.get(key)
    if (found === undefined) {
      found = this.#seek(party)
      this.#found.set(key, found)
    }
    return found
  }

  #seek(party: Named): Customer | NoCustomer {
    const byCode = party.code ? this.#codes.get(party.code) : undefined
    const byTax = party.taxNumber ? this.#taxNumbers.get(party.taxNumber.toUpperCase()) : undefined
    const byName = party.name ? this.#names.get(party.name) ?? this.#nameKeys.get(nameKey(party.name)) : undefined
    const known = byCode ?? byTax ?? byName
    if (known === undefined || known === 'AMBIGUOUS_CUSTOMER') return known ?? 'UNKNOWN_CUSTOMER'
    const others = [byTax, byName].filter((other): other is Customer => other !== undefined && other !== 'AMBIGUOUS_CUSTOMER')
    return others.every((other) => other === known) ? known : 'CUSTOMER_MISMATCH'
  }

  /**
   * The customer behind a payer of a bank statement: the name however the bank spells it, a branch of a customer, or a
   * customer whom the remark names (代…付). Similar names are different companies, so nothing else counts.
   */
  payerOf(name: string, remark: string): { customer: Customer; by: PayerBy } | null {
    const payer = payerName(name)
    const known = one(this.#payers.get(payer))
    if (known) return { customer: known, by: known.name === name.normalize('NFKC').trim() || known.name === name.trim() ? 'name' : 'nameVariant' }
    const branch = this.#branch(payer)
    if (branch) return { customer: branch, by: 'branch' }
    const [only, second] = this.namedIn(remark)
    return only && !second ? { customer: only, by: 'memo' } : null
  }

  findPayer(name: string, remark: string): Customer | null {
    return this.payerOf(name, remark)?.customer ?? null
  }

  /** Every customer whose name or short name stands in a text. */
  namedIn(remark: string): Customer[] {
    const text = payerName(remark)
    const named = new Set<Customer>()
    for (let at = 0; at + HEAD <= text.length; at += 1) {
      for (const { key, customer } of this.#heads.get(text.slice(at, at + HEAD)) ?? []) {
        if (text.startsWith(key, at)) named.add(customer)
      }
    }
    return [...named]
  }

  #branch(payer: string): Customer | null {
    if (!/(?:分公司|分厂|分店|办事处|营业部|事业部)$/.test(payer)) return null
    for (let at = payer.indexOf('公司'); at > 0; at = payer.indexOf('公司', at + 1)) {
      const known = one(this.#payers.get(payer.slice(0, at + 2)))
      if (known) return known
    }
    return null
  }
}

function put<Customer>(index: Map<string, Customer | 'AMBIGUOUS_CUSTOMER'>, key: string, customer: Customer): void {
  if (key !== '') index.set(key, index.has(key) ? 'AMBIGUOUS_CUSTOMER' : customer)
}

const one = <Customer>(found: Customer | 'AMBIGUOUS_CUSTOMER' | undefined): Customer | null => (found === undefined || found === 'AMBIGUOUS_CUSTOMER' ? null : found)

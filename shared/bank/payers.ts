/** Whose money a line of a statement is: by what was learnt, by account, by name, or by what the memo says (rules: Receipts and allocation). */
import { CustomerIndex, type KnownCustomer } from '../customers/matching.ts'
import { nameKey } from '../customers/names.ts'
import { numbersNamed } from '../invoices/references.ts'
import type { CustomerBy } from './schemas.ts'

export interface BankCustomer extends KnownCustomer {
  bankAccount: string
  active: boolean
}

/** Whose money a payer's is, as clerks have matched it; `customerId` 0 is a payer of several customers, who tells nothing. */
export interface Learnt {
  kind: 'name' | 'account'
  key: string
  customerId: number
}
export const SEVERAL = 0

/** What a line says of who paid. */
export interface PayerFacts {
  counterparty: string
  counterpartyAccount: string
  memo: string
}

export interface Payer {
  customer: BankCustomer
  by: CustomerBy
  /** Enough to accept the line unseen, as far as the customer goes. */
  strong: boolean
  /** Name, account or what was learnt point at different customers. */
  conflict: boolean
  others: Candidate[]
}

interface Candidate {
  customer: BankCustomer
  why: CustomerBy
}
interface Evidence {
  customer: BankCustomer
  by: CustomerBy
}

const SHORTEST_ACCOUNT = 8
/** Those who pay on behalf of everybody: what one of their payments was says nothing of the next. */
const PLATFORM = /支付宝|财付通|微信支付|银联|网银在线|快钱|拉卡拉|通联支付|汇付天下|易宝|连连|京东支付|待清算|待划转|清算资金|备付金/

/** An account number as it is compared; '' for one that is masked or too short to tell accounts apart. */
export function accountKey(number: string): string {
  const key = number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return key.length >= SHORTEST_ACCOUNT && /^[A-Z0-9]+$/.test(key) ? key : ''
}

/** What may be learnt of a line's payer: the keys of its name and account. A payment platform is no payer of one customer. */
export function learnable({ counterparty, counterpartyAccount }: PayerFacts): { kind: 'name' | 'account'; key: string }[] {
  if (PLATFORM.test(counterparty.normalize('NFKC'))) return []
  return [{ kind: 'name' as const, key: nameKey(counterparty) }, { kind: 'account' as const, key: accountKey(counterpartyAccount) }].filter(({ key }) => key !== '')
}

/** What tells the customer so well that a clerk may look away. */
const STRONG = new Set<CustomerBy>(['learntAccount', 'learntName', 'account', 'name', 'nameVariant'])

export class PayerBook {
  readonly #index = new CustomerIndex<BankCustomer>([])
  readonly #byId = new Map<number, BankCustomer>()
  readonly #accounts = new Map<string, BankCustomer | null>()
  readonly #learnt = new Map<string, BankCustomer | null>()
  readonly #referenced: ReadonlyMap<string, number>

  /** `referenced`: customers by the numbers of their invoices and contracts that memos name. */
  constructor(customers: Iterable<BankCustomer>, learnt: Iterable<Learnt>, referenced: ReadonlyMap<string, number> = new Map()) {
    for (const customer of customers) {
      this.#index.add(customer)
      this.#byId.set(customer.id, customer)
      const key = accountKey(customer.bankAccount)
      if (key !== '') this.#accounts.set(key, this.#accounts.has(key) ? null : customer)
    }
    for (const { kind, key, customerId } of learnt) {
      const customer = this.#byId.get(customerId)
      // A customer who is not dealt with any more is not proposed for what was learnt while he was.
      if (customer?.active || customerId === SEVERAL) this.#learnt.set(`${kind}:${key}`, customer ?? null)
    }
    this.#referenced = referenced
  }

  byId(id: number): BankCustomer | undefined {
    return this.#byId.get(id)
  }

  /** The customer behind a line, and how well that is known; null when nothing tells. */
  of(facts: PayerFacts): Payer | null {
    const found = this.#evidence(facts)
    const alone = (by: CustomerBy): boolean => found.filter((other) => other.by === by).length === 1
    // What several are named by says of none of them that it is his money.
    const best = found.find(({ by }) => STRONG.has(by) || alone(by))
    if (!best) return null
    const strongOnes = found.filter(({ by }) => STRONG.has(by))
    const conflict = strongOnes.some(({ customer }) => customer !== best.customer)
    return { ...best, conflict, strong: !conflict && isStrong(facts, best.by, strongOnes), others: everybody(found).filter(({ customer }) => customer !== best.customer) }
  }

  /** Whether the payer is a customer, by the own name or account. */
  isCustomer(facts: PayerFacts): boolean {
    return this.#evidence(facts).some(({ by }) => by === 'name' || by === 'nameVariant' || by === 'account')
  }

  /** Everybody whom a line might be of, for the clerk to choose from. */
  candidatesOf(facts: PayerFacts): Candidate[] {
    return everybody(this.#evidence(facts))
  }

  /** What points at whom, the surest first. */
  #evidence({ counterparty, counterpartyAccount, memo }: PayerFacts): Evidence[] {
    const found: Evidence[] = []
    const note = (by: CustomerBy, customer: BankCustomer | null | undefined): void => void (customer && found.push({ customer, by }))
    const account = accountKey(counterpartyAccount)
    if (account !== '') note('learntAccount', this.#learnt.get(`account:${account}`))
    note('learntName', this.#learnt.get(`name:${nameKey(counterparty)}`))
    if (account !== '') note('account', this.#accounts.get(account))
    const named = counterparty === '' ? null : this.#index.payerOf(counterparty, '')
    if (named) note(named.by, named.customer)
    for (const customer of this.#index.namedIn(memo)) note('memo', customer)
    for (const id of new Set(numbersNamed(memo).flatMap((number) => this.#referenced.get(number) ?? []))) note('reference', this.#byId.get(id))
    return found
  }
}

/** An account under a name that is not the customer's may have changed hands; the name has to agree. */
function isStrong({ counterparty }: PayerFacts, by: CustomerBy, agreeing: readonly Evidence[]): boolean {
  if (!STRONG.has(by)) return false
  if (by !== 'learntAccount' && by !== 'account') return true
  return counterparty === '' || agreeing.some((other) => other.by === 'learntName' || other.by === 'name' || other.by === 'nameVariant')
}

function everybody(found: readonly Evidence[]): Candidate[] {
  const all = new Map<BankCustomer, CustomerBy>()
  for (const { customer, by } of found) if (!all.has(customer)) all.set(customer, by)
  return [...all].map(([customer, why]) => ({ customer, why }))
}

/** An office over a real ledger with one person of each role, for tests that call procedures as they are served. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { call, ORPCError } from '@orpc/server'
import { foundLedger } from '../../db/ledgers/commands.ts'
import { hashPassword } from '../../db/users/password.ts'
import { saveUser } from '../../db/users/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import type { Context } from '../../electron/api/context.ts'
import { router } from '../../electron/api/router.ts'
import type { Effects } from '../../electron/effects.ts'
import { Office } from '../../electron/office.ts'
import { portSession } from '../../electron/sessions.ts'
import { ledgerInput } from '../../shared/ledgers/schemas.ts'
import type { Role } from '../../shared/users/schemas.ts'
import { Desk } from './desk.ts'
import { NOW } from './ledgers.ts'

export const PASSWORD = 'huikuan-1'
export const NAMES: Record<Role, string> = { administrator: '管理员', owner: '老板', clerk: '会计', salesperson: '王业务' }

/** A host that prints to bytes and has no dialogs. */
const effects: Effects = {
  printPdf: (html) => Promise.resolve(new TextEncoder().encode(html)),
  print: () => Promise.resolve(true),
  chooseFile: () => Promise.resolve(null),
  claimLedger: () => Promise.resolve(true),
  ledgerChanged: () => Promise.resolve(),
}

export class TestOffice {
  readonly office: Office
  readonly folder = mkdtempSync(path.join(tmpdir(), 'huikuan-office-'))
  readonly logged: unknown[] = []
  /** What the office's clock says; tests move it. */
  now = NOW
  readonly #users = new Map<Role, number>()

  private constructor() {
    this.office = new Office({
      dataFolder: this.folder, ledgerFolder: this.folder, effects, version: '0', printing: 'browser', now: () => this.now, log: (_, error) => void this.logged.push(error),
    })
  }

  /** An office without a ledger. */
  static empty(): TestOffice {
    return new TestOffice()
  }

  /** An office with an administrator who needs no sign-in yet. */
  static async single(): Promise<TestOffice> {
    const made = new TestOffice()
    const ledger = await made.office.open(path.join(made.folder, 'office.db'), { create: true })
    const input = ledgerInput.parse({ name: '苏州恒锐', firstPeriod: '2026-01', administrator: NAMES.administrator, password: PASSWORD, bankName: '工商银行', bankAccount: '1102' })
    const hash = await hashPassword(PASSWORD)
    await ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => foundLedger(tx, input, hash))
    made.#users.set('administrator', 1)
    return made
  }

  /** An office with one person of each role, all with the same password. */
  static async full(): Promise<TestOffice> {
    const made = await TestOffice.single()
    const passwordHash = await hashPassword(PASSWORD)
    for (const role of ['owner', 'clerk', 'salesperson'] as const) {
      const user = await made.ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => saveUser(tx, { name: NAMES[role], role, department: '', active: true, passwordHash }))
      made.#users.set(role, user.id)
    }
    return made
  }

  get ledger() {
    if (!this.office.ledger) throw new Error('No ledger is open')
    return this.office.ledger
  }

  get desk(): Desk {
    return new Desk(this.ledger)
  }

  idOf(role: Role): number {
    return this.#users.get(role) ?? 0
  }

  /** Somebody at the desktop who has not signed in. */
  stranger(): Context {
    return { office: this.office, session: portSession() }
  }

  /** Somebody who has. */
  as(role: Role): Context {
    return { office: this.office, session: { ...portSession(), userId: this.idOf(role), ledger: this.ledger.location } }
  }

  async close(): Promise<void> {
    await this.office.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

type Answer = { ok: unknown } | { code: string; status: number; data: Record<string, unknown> | undefined }

/** What a procedure answers when it is called: its output, or the error as the caller sees it. */
export async function answerOf(attempt: Promise<unknown>): Promise<Answer> {
  try {
    return { ok: await attempt }
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code as string, status: error.status, data: error.data as Record<string, unknown> | undefined }
    throw error
  }
}

export const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  const answer = await answerOf(attempt)
  return 'code' in answer ? answer.code : 'ok'
}

export { call, router }

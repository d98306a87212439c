import { versionOf } from '../../db/versions.ts'
import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { LedgerStatus } from '../../shared/ledgers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import { ROLE_PERMISSIONS } from '../../shared/users/rules.ts'
import { checkLedger } from '../../db/check.ts'
import { foundLedger } from '../../db/ledgers/commands.ts'
import type { Ledger } from '../../db/ledger.ts'
import { fillDemo } from '../../db/ledgers/demo.ts'
import { currentPeriod } from '../../db/openMonths.ts'
import { loadCompany, loadFacts, loadOptions, officeToday } from '../../db/settings/queries.ts'
import { hashPassword } from '../../db/users/password.ts'
import { findUser, userView } from '../../db/users/queries.ts'
import { SYSTEM } from '../../db/writer.ts'
import { isWorkday } from '../../db/calendar.ts'
import { open, os, todayOf, type Context } from './context.ts'
import { noteFault } from './errors.ts'

const DEMO_FILE = '示例账套.db'

async function statusOf({ office, session }: Context): Promise<LedgerStatus> {
  const { ledger } = office
  const shell = {
    version: office.options.version, recent: office.recent(), folder: office.options.ledgerFolder, fixed: office.options.fixed ?? false,
    printing: office.options.printing, http: office.httpUrl,
  }
  if (!ledger) return { ...shell, ledger: null, user: null, permissions: [], signInNeeded: false, locked: false, lockAfterMinutes: 0 }
  const person = await office.userOf(session)
  return {
    ...shell,
    ...(await ledger.read(async (reader) => {
      const company = await loadCompany(reader)
      const user = person ? await findUser(reader, { id: person.id }) : null
      return {
        ledger: {
          location: ledger.location.replace(/\/\/[^@/]*@/, '//'), engine: ledger.engine.kind, company: company.name, currency: company.currency,
          period: await currentPeriod(reader, await officeToday(reader, ledger.now())), demo: (await loadFacts(reader)).demo,
        },
        user: user ? userView(user, await versionOf(reader, { what: 'user', id: user.id })) : null,
        permissions: user ? [...ROLE_PERMISSIONS[user.role]] : [],
        lockAfterMinutes: (await loadOptions(reader)).lockAfterMinutes,
      }
    })),
    signInNeeded: await office.signInNeeded(),
    locked: session.locked,
  }
}

/** A file name that the file system takes, from the name of a company. */
const fileNameOf = (company: string): string => `${company.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60) || '账套'}.db`

/** Fills the demonstration ledger. Refuses demoFailed with the day, what went wrong and the number under which the log has all of it: the plan itself keeps every rule. */
async function tellDemo({ office, ledger, today }: { office: Context['office']; ledger: Ledger; today: Day }): Promise<void> {
  try {
    await fillDemo(ledger, { today, isWorkday })
  } catch (error) {
    const number = noteFault(error, office)
    throw new Refusal('demoFailed', { params: { day: today, why: error instanceof Error ? error.message : String(error), number } })
  }
}

export const ledgers = {
  status: open.ledgers.status.handler(({ context }) => statusOf(context)),
  create: open.ledgers.create.handler(async ({ input, context }) => {
    const { office } = context
    if (office.options.fixed) throw new Refusal('fixedLedger')
    const location = input.location || join(office.options.ledgerFolder, fileNameOf(input.name))
    const passwordHash = await hashPassword(input.password)
    await office.found(location, (ledger) => ledger.write({ by: SYSTEM, procedure: 'ledgers.create' }, (tx) => foundLedger(tx, input, passwordHash)))
    await office.remember()
    return statusOf(context)
  }),
  createDemo: open.ledgers.createDemo.handler(async ({ context }) => {
    const { office } = context
    if (office.options.fixed) throw new Refusal('fixedLedger')
    const location = join(office.options.ledgerFolder, DEMO_FILE)
    if (existsSync(location)) await office.open(location)
    else await office.found(location, async (ledger) => tellDemo({ office, ledger, today: await todayOf(ledger) }))
    await office.remember()
    return statusOf(context)
  }),
  open: open.ledgers.open.handler(async ({ input, context }) => {
    await context.office.open(input.location)
    await context.office.remember()
    return statusOf(context)
  }),
  close: open.ledgers.close.handler(async ({ context }) => {
    if (context.office.options.fixed) throw new Refusal('fixedLedger')
    await context.office.close()
    return statusOf(context)
  }),
  chooseFile: open.ledgers.chooseFile.handler(async ({ input, context: { office } }) => {
    if (office.options.printing !== 'native') throw new Refusal('desktopOnly')
    const suggested = input.mode === 'create' ? join(office.options.ledgerFolder, fileNameOf(input.name)) : office.options.ledgerFolder
    return { location: await office.options.effects.chooseFile({ purpose: input.mode === 'create' ? 'createLedger' : 'openLedger', suggested }) }
  }),
  check: os.ledgers.check.handler(({ context: { ledger } }) => checkLedger(ledger)),
  backup: os.ledgers.backup.handler(async ({ context: { ledger, office } }) => {
    if (ledger.engine.kind !== 'sqlite') throw new Refusal('sqliteOnly')
    const stamp = ledger.now().toISOString().slice(0, 19).replace(/[:T]/g, '-')
    const name = `${basename(ledger.location).replace(/\.db$/, '')}-${stamp}.db`
    const location = (await office.options.effects.chooseFile({ purpose: 'backup', suggested: name })) ?? `${ledger.location.replace(/\.db$/, '')}-${stamp}.backup.db`
    try {
      await ledger.engine.backup(location)
    } catch (error) {
      throw new Refusal('cannotWrite', { params: { why: error instanceof Error ? error.message : String(error) } })
    }
    return { location, bytes: statSync(location).size }
  }),
}

import { changeCompany, changeOptions, saveBankAccount } from '../../db/settings/commands.ts'
import { listBankAccounts, loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { Refusal } from '../../shared/refusal.ts'
import { settingsView } from '../../shared/settings/schemas.ts'
import { refuseStale, versionOf } from '../../db/versions.ts'
import { os } from './context.ts'

/** Company and options are changed on one page, so they have one version. */
const SETTINGS = { what: ['company', 'options'], id: '' } as const

/** Checked as it is answered, so that inside of a transaction what cannot be read again is not stored. */
const view = async (reader: Reader) =>
  settingsView.parse({ company: await loadCompany(reader), options: await loadOptions(reader), today: await officeToday(reader), version: await versionOf(reader, SETTINGS) })

export const settings = {
  get: os.settings.get.handler(({ context: { ledger } }) => ledger.read(view)),
  update: os.settings.update.handler(async ({ input, context: { office, ledger, user } }) => {
    const settings = await ledger.write({ by: user, procedure: 'settings.update' }, async (tx) => {
      await refuseStale(tx, SETTINGS, input.version)
      if (input.company) await changeCompany(tx, input.company)
      if (input.options) await changeOptions(tx, input.options)
    }, view)
    if (input.company?.name) await office.remember()
    return settings
  }),
  bankAccounts: os.settings.bankAccounts.handler(({ context: { ledger } }) => ledger.read(listBankAccounts)),
  saveBankAccount: os.settings.saveBankAccount.handler(({ input: { version, ...input }, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'settings.saveBankAccount' }, async (tx) => {
      if (input.id) await refuseStale(tx, { what: 'bankAccount', id: input.id, there: 'bankAccounts' }, version)
      return saveBankAccount(tx, input)
    }, async (reader, { id }) => {
      const account = (await listBankAccounts(reader)).find((one) => one.id === id)
      if (!account) throw new Refusal('notFound')
      return account
    })),
}

import { changeCompany, changeOptions, saveBankAccount } from '../../db/settings/commands.ts'
import { listBankAccounts, loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import type { Ledger } from '../../db/ledger.ts'
import { os } from './context.ts'

const view = (ledger: Ledger) => ledger.read(async (reader) => ({
  company: await loadCompany(reader), options: await loadOptions(reader), today: await officeToday(reader, ledger.now()),
}))

export const settings = {
  get: os.settings.get.handler(({ context: { ledger } }) => view(ledger)),
  update: os.settings.update.handler(async ({ input, context: { office, ledger, user } }) => {
    await ledger.write({ by: user, procedure: 'settings.update' }, async (tx) => {
      if (input.company) await changeCompany(tx, input.company)
      if (input.options) await changeOptions(tx, input.options)
    })
    if (input.company?.name) await office.remember()
    return view(ledger)
  }),
  bankAccounts: os.settings.bankAccounts.handler(({ context: { ledger } }) => ledger.read(listBankAccounts)),
  saveBankAccount: os.settings.saveBankAccount.handler(({ input, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'settings.saveBankAccount' }, (tx) => saveBankAccount(tx, input))),
}

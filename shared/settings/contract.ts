import { z } from 'zod'
import { procedure, refuses, zReadVersion } from '../procedure.ts'
import { bankAccount, bankAccountInput, companyChange, options, settingsView } from './schemas.ts'

export const settings = {
  get: procedure('member').route({ method: 'GET', path: '/settings', summary: '账套设置 Settings' }).output(settingsView),
  update: procedure('settings.write').route({ method: 'PATCH', path: '/settings', summary: '修改设置 Change settings' })
    .errors(refuses('changedElsewhere', 'periodClosed', 'startAfterDocuments', 'currencyInUse', 'levelsMustRise', 'allowanceInUse'))
    .input(z.object({ company: companyChange.optional(), options: options.partial().optional(), version: zReadVersion })).output(settingsView),
  bankAccounts: procedure('member').route({ method: 'GET', path: '/bank-accounts', summary: '本公司银行账户 Own bank accounts' }).output(z.array(bankAccount)),
  saveBankAccount: procedure('settings.write').route({ method: 'POST', path: '/bank-accounts', summary: '新增或修改银行账户 Save a bank account' })
    .errors(refuses('notFound', 'changedElsewhere', 'numberTaken')).input(bankAccountInput).output(bankAccount),
}

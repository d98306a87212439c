import type { Kit } from '../engine/kit.ts'

export const settingsTables = (k: Kit) => ({
  settings: k.table('settings', { key: k.key('key'), value: k.json<unknown>('value') }),
  bankAccounts: k.table('bank_accounts', {
    id: k.id('id'), name: k.text('name'), bank: k.text('bank'), number: k.text('number'), currency: k.text('currency'), active: k.bool('active'),
  }),
})

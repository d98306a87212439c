/** Every page of the rail: its key, which Ctrl+K finds in any language, and its title in both. */
import { en } from '../../../renderer/locales/en/index.ts'
import { zhCN } from '../../../renderer/locales/zh-CN/index.ts'

export const PAGES = [
  { key: 'home', zh: zhCN.shell.home.title, en: en.shell.home.title },
  { key: 'overview', zh: zhCN.overview.title, en: en.overview.title },
  { key: 'customers', zh: zhCN.customers.title, en: en.customers.title },
  { key: 'invoices', zh: zhCN.invoices.title, en: en.invoices.title },
  { key: 'openItems', zh: zhCN.invoices.itemsTitle, en: en.invoices.itemsTitle },
  { key: 'receiptEntry', zh: zhCN.receipts.entryTitle, en: en.receipts.entryTitle },
  { key: 'receipts', zh: zhCN.receipts.title, en: en.receipts.title },
  { key: 'offsets', zh: zhCN.offsets.title, en: en.offsets.title },
  { key: 'refunds', zh: zhCN.refunds.title, en: en.refunds.title },
  { key: 'statementImport', zh: zhCN.bank.importTitle, en: en.bank.importTitle },
  { key: 'statementLines', zh: zhCN.bank.linesTitle, en: en.bank.linesTitle },
  { key: 'statements', zh: zhCN.bank.statementsTitle, en: en.bank.statementsTitle },
  { key: 'acceptances', zh: zhCN.acceptances.title, en: en.acceptances.title },
  { key: 'acceptanceCalendar', zh: zhCN.acceptances.calendarTitle, en: en.acceptances.calendarTitle },
  { key: 'letterRun', zh: zhCN.dunning.dun, en: en.dunning.dun },
  { key: 'letters', zh: zhCN.dunning.tabs.sent, en: en.dunning.tabs.sent },
  { key: 'worklist', zh: zhCN.collection.title, en: en.collection.title },
  { key: 'promises', zh: zhCN.collection.promisesTitle, en: en.collection.promisesTitle },
  { key: 'disputes', zh: zhCN.collection.disputesTitle, en: en.collection.disputesTitle },
  { key: 'aging', zh: zhCN.aging.title, en: en.aging.title },
  { key: 'exchangeDifferences', zh: zhCN.rates.report.title, en: en.rates.report.title },
  { key: 'reconciliation', zh: zhCN.bank.reconciliationTitle, en: en.bank.reconciliationTitle },
  { key: 'periods', zh: zhCN.periods.title, en: en.periods.title },
  { key: 'import', zh: zhCN.integration.title, en: en.integration.title },
  { key: 'settings', zh: zhCN.settings.title, en: en.settings.title },
  { key: 'users', zh: zhCN.users.title, en: en.users.title },
  { key: 'ledgers', zh: zhCN.ledgers.title, en: en.ledgers.title },
  { key: 'ledgerCheck', zh: zhCN.ledgers.check.title, en: en.ledgers.check.title },
] as const

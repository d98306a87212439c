/**
 * Every page of the program: one line each, in the order of the module rail. A page's component is loaded when it is
 * first opened. `rail: false` keeps a page (one document) out of the rail; `permission` hides it from who may not.
 */
import {
  ApartmentOutlined, BankOutlined, BarChartOutlined, BookOutlined, BulbOutlined, CalendarOutlined, CloudUploadOutlined, ContactsOutlined, ContainerOutlined,
  DashboardOutlined, DatabaseOutlined, ExceptionOutlined, FallOutlined, FileDoneOutlined, FileTextOutlined, FormOutlined, ImportOutlined,
  HighlightOutlined, HourglassOutlined, InboxOutlined, LockOutlined, MailOutlined, PercentageOutlined, PayCircleOutlined, PhoneOutlined, ProfileOutlined, ReconciliationOutlined, RollbackOutlined, SafetyCertificateOutlined,
  ScheduleOutlined, SendOutlined, SettingOutlined, SnippetsOutlined, SolutionOutlined, StopOutlined, SwapOutlined, TeamOutlined,
  TransactionOutlined,
} from '@ant-design/icons'
import { lazy, type ComponentType, type ReactNode } from 'react'
import type { Permission } from '../shared/procedure.ts'
import type { TextKey } from './locales/index.ts'
import type { PageKey } from './navigation.ts'

/** The groups of the rail, in order. */
export const MODULES = ['desk', 'receivables', 'receipts', 'bank', 'collection', 'reports', 'monthEnd', 'system'] as const
export type ModuleKey = (typeof MODULES)[number]

export interface PageDefinition {
  key: PageKey
  module: ModuleKey
  title: TextKey
  icon: ReactNode
  component: ComponentType
  permission: Permission
  rail?: false
}

export const PAGES: readonly PageDefinition[] = [
  { key: 'home', module: 'desk', title: 'shell:home.title', icon: <ApartmentOutlined />, permission: 'member', component: lazy(() => import('./home/homePage.tsx')) },
  { key: 'overview', module: 'desk', title: 'overview:title', icon: <DashboardOutlined />, permission: 'reports.read', component: lazy(() => import('./overview/overviewPage.tsx')) },
  { key: 'customers', module: 'receivables', title: 'customers:title', icon: <ContactsOutlined />, permission: 'customers.read', component: lazy(() => import('./customers/customerList.tsx')) },
  { key: 'customer', module: 'receivables', title: 'customers:fileTitle', icon: <ContactsOutlined />, permission: 'customers.read', component: lazy(() => import('./customers/customerPage.tsx')), rail: false },
  { key: 'invoices', module: 'receivables', title: 'invoices:title', icon: <FileTextOutlined />, permission: 'invoices.read', component: lazy(() => import('./invoices/invoiceList.tsx')) },
  { key: 'invoice', module: 'receivables', title: 'invoices:title', icon: <FileTextOutlined />, permission: 'invoices.read', component: lazy(() => import('./invoices/invoicePage.tsx')), rail: false },
  { key: 'openItems', module: 'receivables', title: 'invoices:itemsTitle', icon: <ProfileOutlined />, permission: 'invoices.read', component: lazy(() => import('./invoices/openItems.tsx')) },
  { key: 'receiptEntry', module: 'receipts', title: 'receipts:entryTitle', icon: <FormOutlined />, permission: 'receipts.write', component: lazy(() => import('./receipts/receiptEntry.tsx')) },
  { key: 'creditAllocation', module: 'receipts', title: 'receipts:creditTitle', icon: <PayCircleOutlined />, permission: 'receipts.write', component: lazy(() => import('./receipts/creditAllocation.tsx')), rail: false },
  { key: 'receipts', module: 'receipts', title: 'receipts:title', icon: <PayCircleOutlined />, permission: 'receipts.read', component: lazy(() => import('./receipts/receiptList.tsx')) },
  { key: 'receipt', module: 'receipts', title: 'receipts:title', icon: <PayCircleOutlined />, permission: 'receipts.read', component: lazy(() => import('./receipts/receiptDocument.tsx')), rail: false },
  { key: 'vouchers', module: 'receipts', title: 'vouchers:title', icon: <FileDoneOutlined />, permission: 'receipts.read', component: lazy(() => import('./vouchers/voucherList.tsx')) },
  { key: 'voucher', module: 'receipts', title: 'vouchers:title', icon: <FileDoneOutlined />, permission: 'receipts.read', component: lazy(() => import('./vouchers/voucherPage.tsx')), rail: false },
  { key: 'offsets', module: 'receipts', title: 'offsets:title', icon: <SwapOutlined />, permission: 'receipts.read', component: lazy(() => import('./offsets/offsetList.tsx')) },
  { key: 'offset', module: 'receipts', title: 'offsets:title', icon: <SwapOutlined />, permission: 'receipts.read', component: lazy(() => import('./offsets/offsetPage.tsx')), rail: false },
  { key: 'offsetEntry', module: 'receipts', title: 'offsets:entryTitle', icon: <SwapOutlined />, permission: 'receipts.write', component: lazy(() => import('./offsets/offsetEntry.tsx')), rail: false },
  { key: 'refunds', module: 'receipts', title: 'refunds:title', icon: <RollbackOutlined />, permission: 'receipts.read', component: lazy(() => import('./refunds/refundList.tsx')) },
  { key: 'refund', module: 'receipts', title: 'refunds:title', icon: <RollbackOutlined />, permission: 'receipts.read', component: lazy(() => import('./refunds/refundPage.tsx')), rail: false },
  { key: 'refundEntry', module: 'receipts', title: 'refunds:entryTitle', icon: <RollbackOutlined />, permission: 'receipts.write', component: lazy(() => import('./refunds/refundEntry.tsx')), rail: false },
  { key: 'statementImport', module: 'bank', title: 'bank:importTitle', icon: <CloudUploadOutlined />, permission: 'bank.write', component: lazy(() => import('./bank/statementImport.tsx')) },
  { key: 'statementLines', module: 'bank', title: 'bank:linesTitle', icon: <BankOutlined />, permission: 'bank.read', component: lazy(() => import('./bank/statementLines.tsx')) },
  { key: 'statements', module: 'bank', title: 'bank:statementsTitle', icon: <ContainerOutlined />, permission: 'bank.read', component: lazy(() => import('./bank/statementList.tsx')) },
  { key: 'learntPayers', module: 'bank', title: 'bank:learntTitle', icon: <BulbOutlined />, permission: 'bank.read', component: lazy(() => import('./bank/learntPayers.tsx')), rail: false },
  { key: 'acceptances', module: 'bank', title: 'acceptances:title', icon: <SolutionOutlined />, permission: 'acceptances.read', component: lazy(() => import('./acceptances/acceptanceList.tsx')) },
  { key: 'acceptance', module: 'bank', title: 'acceptances:title', icon: <SolutionOutlined />, permission: 'acceptances.read', component: lazy(() => import('./acceptances/acceptancePage.tsx')), rail: false },
  { key: 'acceptanceEntry', module: 'bank', title: 'acceptances:entryTitle', icon: <SolutionOutlined />, permission: 'acceptances.write', component: lazy(() => import('./acceptances/acceptanceEntry.tsx')), rail: false },
  { key: 'acceptanceCalendar', module: 'bank', title: 'acceptances:calendarTitle', icon: <CalendarOutlined />, permission: 'acceptances.read', component: lazy(() => import('./acceptances/acceptanceCalendar.tsx')) },
  { key: 'letterRun', module: 'collection', title: 'dunning:dun', icon: <SendOutlined />, permission: 'letters.read', component: lazy(() => import('./dunning/letterRunPage.tsx')) },
  { key: 'dunningRuns', module: 'collection', title: 'dunning:runsTitle', icon: <SendOutlined />, permission: 'letters.read', component: lazy(() => import('./dunning/runList.tsx')) },
  { key: 'dunningRun', module: 'collection', title: 'dunning:runsTitle', icon: <SendOutlined />, permission: 'letters.read', component: lazy(() => import('./dunning/runPage.tsx')), rail: false },
  { key: 'letters', module: 'collection', title: 'dunning:tabs.sent', icon: <MailOutlined />, permission: 'letters.read', component: lazy(() => import('./dunning/lettersPage.tsx')) },
  { key: 'letter', module: 'collection', title: 'dunning:title', icon: <MailOutlined />, permission: 'letters.read', component: lazy(() => import('./dunning/letterPage.tsx')), rail: false },
  { key: 'worklist', module: 'collection', title: 'collection:title', icon: <PhoneOutlined />, permission: 'collection.read', component: lazy(() => import('./collection/worklistPage.tsx')) },
  { key: 'promises', module: 'collection', title: 'collection:promisesTitle', icon: <ScheduleOutlined />, permission: 'collection.read', component: lazy(() => import('./collection/promiseList.tsx')) },
  { key: 'disputes', module: 'collection', title: 'collection:disputesTitle', icon: <ExceptionOutlined />, permission: 'collection.read', component: lazy(() => import('./collection/disputeList.tsx')) },
  { key: 'accountPapers', module: 'collection', title: 'accountPapers:title', icon: <SnippetsOutlined />, permission: 'letters.read', component: lazy(() => import('./accountPapers/paperList.tsx')) },
  { key: 'accountPaper', module: 'collection', title: 'accountPapers:title', icon: <SnippetsOutlined />, permission: 'letters.read', component: lazy(() => import('./accountPapers/paperPage.tsx')), rail: false },
  { key: 'accountPaperRun', module: 'collection', title: 'accountPapers:runTitle', icon: <SnippetsOutlined />, permission: 'letters.write', component: lazy(() => import('./accountPapers/paperRun.tsx')), rail: false },
  { key: 'deliveries', module: 'collection', title: 'deliveries:title', icon: <InboxOutlined />, permission: 'letters.read', component: lazy(() => import('./deliveries/deliveryList.tsx')) },
  { key: 'interest', module: 'collection', title: 'interest:title', icon: <PercentageOutlined />, permission: 'letters.read', component: lazy(() => import('./interest/interestPage.tsx')) },
  { key: 'interestNotes', module: 'collection', title: 'interest:notesTitle', icon: <PercentageOutlined />, permission: 'letters.read', component: lazy(() => import('./interest/noteList.tsx')), rail: false },
  { key: 'interestNote', module: 'collection', title: 'interest:notesTitle', icon: <PercentageOutlined />, permission: 'letters.read', component: lazy(() => import('./interest/notePage.tsx')), rail: false },
  { key: 'limitation', module: 'collection', title: 'limitation:title', icon: <HourglassOutlined />, permission: 'collection.read', component: lazy(() => import('./limitation/limitationPage.tsx')) },
  { key: 'limitationItem', module: 'collection', title: 'limitation:title', icon: <HourglassOutlined />, permission: 'collection.read', component: lazy(() => import('./limitation/itemClock.tsx')), rail: false },
  { key: 'lawsuits', module: 'collection', title: 'limitation:lawsuitsTitle', icon: <BookOutlined />, permission: 'letters.read', component: lazy(() => import('./limitation/lawsuitList.tsx')) },
  { key: 'lawsuit', module: 'collection', title: 'limitation:lawsuitsTitle', icon: <BookOutlined />, permission: 'letters.read', component: lazy(() => import('./limitation/lawsuitPage.tsx')), rail: false },
  { key: 'letterTemplates', module: 'collection', title: 'templates:title', icon: <HighlightOutlined />, permission: 'letters.read', component: lazy(() => import('./templates/templatesPage.tsx')) },
  { key: 'aging', module: 'reports', title: 'aging:title', icon: <BarChartOutlined />, permission: 'reports.read', component: lazy(() => import('./aging/agingPage.tsx')) },
  { key: 'agingItems', module: 'reports', title: 'aging:items', icon: <BarChartOutlined />, permission: 'reports.read', component: lazy(() => import('./aging/agingItems.tsx')), rail: false },
  { key: 'exchangeDifferences', module: 'reports', title: 'rates:report.title', icon: <TransactionOutlined />, permission: 'reports.read', component: lazy(() => import('./rates/exchangeReport.tsx')) },
  { key: 'provisions', module: 'monthEnd', title: 'badDebt:title', icon: <FallOutlined />, permission: 'badDebt.read', component: lazy(() => import('./badDebt/provisionList.tsx')) },
  { key: 'provision', module: 'monthEnd', title: 'badDebt:title', icon: <FallOutlined />, permission: 'badDebt.read', component: lazy(() => import('./badDebt/provisionPage.tsx')), rail: false },
  { key: 'writeOffs', module: 'monthEnd', title: 'badDebt:writeOffsTitle', icon: <StopOutlined />, permission: 'badDebt.read', component: lazy(() => import('./badDebt/writeOffList.tsx')) },
  { key: 'writeOff', module: 'monthEnd', title: 'badDebt:writeOffsTitle', icon: <StopOutlined />, permission: 'badDebt.read', component: lazy(() => import('./badDebt/writeOffPage.tsx')), rail: false },
  { key: 'writeOffEntry', module: 'monthEnd', title: 'badDebt:entryTitle', icon: <StopOutlined />, permission: 'badDebt.write', component: lazy(() => import('./badDebt/writeOffEntry.tsx')), rail: false },
  { key: 'reconciliation', module: 'monthEnd', title: 'bank:reconciliationTitle', icon: <ReconciliationOutlined />, permission: 'bank.read', component: lazy(() => import('./bank/reconciliation.tsx')) },
  { key: 'periods', module: 'monthEnd', title: 'periods:title', icon: <LockOutlined />, permission: 'periods.read', component: lazy(() => import('./periods/periodsPage.tsx')) },
  { key: 'controlTotals', module: 'monthEnd', title: 'periods:totalsTitle', icon: <LockOutlined />, permission: 'periods.read', component: lazy(() => import('./periods/controlTotals.tsx')), rail: false },
  { key: 'customerMovements', module: 'monthEnd', title: 'periods:movementsTitle', icon: <LockOutlined />, permission: 'periods.read', component: lazy(() => import('./periods/customerMovements.tsx')), rail: false },
  { key: 'import', module: 'system', title: 'integration:title', icon: <ImportOutlined />, permission: 'imports.write', component: lazy(() => import('./integration/importPage.tsx')) },
  { key: 'settings', module: 'system', title: 'settings:title', icon: <SettingOutlined />, permission: 'member', component: lazy(() => import('./settings/settingsPage.tsx')) },
  { key: 'users', module: 'system', title: 'users:title', icon: <TeamOutlined />, permission: 'member', component: lazy(() => import('./users/usersPage.tsx')) },
  { key: 'ledgers', module: 'system', title: 'ledgers:title', icon: <DatabaseOutlined />, permission: 'member', component: lazy(() => import('./ledgers/ledgersPage.tsx')) },
  { key: 'ledgerCheck', module: 'system', title: 'ledgers:check.title', icon: <SafetyCertificateOutlined />, permission: 'ledger.check', component: lazy(() => import('./ledgers/ledgerCheckPage.tsx')) },
]

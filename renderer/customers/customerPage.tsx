/** A customer's file (客户档案): the form, and beside it what the customer owes and has paid. */
import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { useShortcut } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { blankCustomer, draftOf } from './customerDraft.ts'
import { CustomerForm } from './customerForm.tsx'
import { CustomerInvoices, CustomerItems, CustomerReceipts } from './customerDocuments.tsx'
import './customers.css'

const TABS = ['file', 'items', 'invoices', 'receipts'] as const
type TabKey = (typeof TABS)[number]

export default function CustomerPage() {
  const { params } = usePage('customer')
  return params.id === undefined ? <CustomerForm start={blankCustomer()} /> : <StoredCustomer id={params.id} />
}

function StoredCustomer({ id }: { id: number }) {
  const { t } = useTranslation('customers')
  const page = usePage('customer')
  const [shown, setShown] = useState<TabKey>('file')
  const [seen, setSeen] = useState<ReadonlySet<TabKey>>(new Set(['file']))
  /** Starts the form over with what is stored now; until then a change elsewhere does not touch what is being typed. */
  const [turn, setTurn] = useState(0)
  const query = useQuery((signal) => api.customers.get({ id }, { signal }), [id, turn])
  const customer = query.data

  function show(key: TabKey): void {
    setShown(key)
    setSeen((before) => new Set([...before, key]))
  }
  useShortcut('F6', () => show(TABS[(TABS.indexOf(shown) + 1) % TABS.length] ?? 'file'), page.active)

  if (!customer) return <PageFrame query={query}>{null}</PageFrame>
  return (
    <CustomerForm
      key={`${customer.id} ${customer.version} ${turn}`}
      start={draftOf(customer)}
      saved={customer}
      onReload={() => setTurn((count) => count + 1)}
      hidden={shown !== 'file'}
      tabs={(
        <Tabs
          activeKey={shown}
          onChange={(key) => show(TABS.find((each) => each === key) ?? 'file')}
          items={TABS.map((key) => ({ key, label: t(`tab.${key}`) }))}
          tabBarExtraContent={<kbd>F6</kbd>}
        />
      )}
    >
      {seen.has('items') && <div className="customer-tab" hidden={shown !== 'items'}><CustomerItems customerId={id} /></div>}
      {seen.has('invoices') && <div className="customer-tab" hidden={shown !== 'invoices'}><CustomerInvoices customerId={id} /></div>}
      {seen.has('receipts') && <div className="customer-tab" hidden={shown !== 'receipts'}><CustomerReceipts customerId={id} /></div>}
    </CustomerForm>
  )
}

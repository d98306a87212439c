/** One receivable: a form while it is new or a draft, a document once it is posted. */
import { useState } from 'react'
import { api } from '../api.ts'
import { CountsIn } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { blankInvoice, draftOf } from './invoiceDraft.ts'
import { InvoiceDocument } from './invoiceDocument.tsx'
import { InvoiceForm } from './invoiceForm.tsx'

export default function InvoicePage() {
  const { params } = usePage('invoice')
  if (params.id !== undefined) return <StoredInvoice id={params.id} />
  return params.customerId === undefined ? <InvoiceForm start={blankInvoice(today())} /> : <InvoiceOf customerId={params.customerId} />
}

function StoredInvoice({ id }: { id: number }) {
  /** Starts the form over with what is stored now; until then a change elsewhere does not touch what is being typed. */
  const [turn, setTurn] = useState(0)
  const query = useQuery((signal) => api.invoices.get({ id }, { signal }), [id], ['invoices', 'receipts', 'customers'])
  const invoice = query.data
  if (!invoice || invoice.id !== id) return <PageFrame query={{ ...query, data: undefined }}>{null}</PageFrame>
  if (invoice.status !== 'draft') return <InvoiceDocument invoice={invoice} />
  return <CountsIn currency={invoice.currency}><InvoiceForm key={`${invoice.id} ${turn}`} start={draftOf(invoice)} saved={invoice} onReload={() => setTurn((count) => count + 1)} /></CountsIn>
}

/** A new one for a customer that is already known. */
function InvoiceOf({ customerId }: { customerId: number }) {
  const query = useQuery((signal) => api.customers.get({ id: customerId }, { signal }), [customerId])
  if (!query.data) return <PageFrame query={query}>{null}</PageFrame>
  return <InvoiceForm start={{ ...blankInvoice(today()), customer: query.data }} />
}

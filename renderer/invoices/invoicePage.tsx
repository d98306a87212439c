/** One receivable: a form while it is new or a draft, a document once it is posted. */
import { api } from '../api.ts'
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
  const query = useQuery((signal) => api.invoices.get({ id }, { signal }), [id], ['invoices', 'receipts', 'customers'])
  const invoice = query.data
  if (!invoice || invoice.id !== id) return <PageFrame query={{ ...query, data: undefined }}>{null}</PageFrame>
  if (invoice.status !== 'draft') return <InvoiceDocument invoice={invoice} />
  // Another version of the draft (saved from here or elsewhere) starts the form over.
  return <InvoiceForm key={`${invoice.id} ${invoice.version}`} start={draftOf(invoice)} saved={invoice} />
}

/** A new one for a customer that is already known. */
function InvoiceOf({ customerId }: { customerId: number }) {
  const query = useQuery((signal) => api.customers.get({ id: customerId }, { signal }), [customerId])
  if (!query.data) return <PageFrame query={query}>{null}</PageFrame>
  return <InvoiceForm start={{ ...blankInvoice(today()), customer: query.data }} />
}

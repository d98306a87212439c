/** One bill: its face, its life, its deadlines, and what may be done with it now. */
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptanceStep, AcceptanceView } from '../../shared/acceptances/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame, type PageAction } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { useQuery } from '../ui/useQuery.ts'
import { rangeText, StatusTag } from './columns.tsx'
import { Deadlines, LifeLine } from './lifeLine.tsx'
import { StepDialog } from './stepDialog.tsx'
import { STEP_KEYS } from './steps.ts'
import './acceptances.css'

/** The step that a clerk most likely came for. */
const MAIN = new Set<AcceptanceStep>(['present', 'collect', 'notify', 'settle'])

export default function AcceptancePage() {
  const { t } = useTranslation('acceptances')
  const { params } = usePage('acceptance')
  const { can } = useSession()
  // The accounts come with the bill, so that a step which needs one is complete as soon as it is opened.
  const query = useQuery(async (signal) => {
    const [stored, banks] = await Promise.all([api.acceptances.get({ id: params.id }, { signal }), api.settings.bankAccounts(undefined, { signal })])
    return { bill: stored, accounts: banks.filter((account) => account.active) }
  }, [params.id], ['acceptances', 'receipts', 'customers', 'settings'])
  const [step, setStep] = useState<AcceptanceStep | null>(null)
  const bill = query.data?.bill
  usePageTitle(bill?.number)
  const writes = can('acceptances.write')
  const told = bill?.deadlines.some((deadline) => deadline.kind === 'notifyBy' && deadline.state === 'kept')
  const steps = (bill && writes ? bill.next : []).map((key): PageAction => ({
    key, label: t(`step.${key}`), shortcut: STEP_KEYS[key], onRun: () => setStep(key),
    ...(MAIN.has(key) && !(key === 'notify' && told) ? { kind: 'primary' as const } : key === 'dishonour' ? { kind: 'danger' as const } : {}),
  }))
  return (
    <PageFrame
      title={t('title')}
      query={query}
      scroll
      actions={[
        ...steps,
        { key: 'receipt', label: t('page.openReceipt'), shortcut: 'Alt+R', onRun: () => openPage('receipt', { id: bill?.receiptId ?? 0 }) },
        { key: 'customer', label: t('page.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: bill?.customerId ?? 0 }) },
      ]}
    >
      {bill && (
        <div className="document" data-testid="acceptance">
          <Face bill={bill} />
          <div className="bill-columns">
            <section className="card">
              <h3>{t('page.life')}</h3>
              <LifeLine events={bill.events} />
            </section>
            <section className="card">
              <h3>{t('page.deadlines')}</h3>
              <Deadlines bill={bill} />
              {bill.revived && (
                <p data-testid="revived">{t('page.revived')} <b>{bill.revived.open === 0 ? t('page.revivedPaid') : t('page.revivedOpen', { amount: formatMoney(bill.revived.open) })}</b></p>
              )}
              {bill.parts.length > 0 && <Parts bill={bill} />}
            </section>
          </div>
          {step && <StepDialog key={step} bill={bill} step={step} accounts={query.data?.accounts ?? []} onClose={() => setStep(null)} />}
        </div>
      )}
    </PageFrame>
  )
}

function Face({ bill }: { bill: AcceptanceView }) {
  const { t } = useTranslation('acceptances')
  return (
    <div className="form-grid columns-4 card">
      <Fact label={t('field.number')}>{bill.number} <StatusTag status={bill.status} /></Fact>
      <Fact label={t('field.billNumber')} span={2}><span className="figure">{bill.billNumber}</span> <Tag>{t(`kind.${bill.kind}`)}</Tag></Fact>
      <Fact label={t('field.range')}><span className="figure">{rangeText(bill) || '—'}</span></Fact>
      <Fact label={t('field.amount')}><MoneyText value={bill.amount} strong /> <span className="quiet">{bill.currency}</span></Fact>
      <Fact label={t('field.issuedOn')}><span className="figure">{bill.issuedOn}</span></Fact>
      <Fact label={t('field.dueOn')}><span className="figure">{bill.dueOn}</span></Fact>
      <Fact label={t('field.transferable')}>{bill.transferable ? t('transferable.yes') : <Tag color="orange">{t('transferable.no')}</Tag>}</Fact>
      <Fact label={t('field.drawer')} span={2}>{bill.drawer}</Fact>
      <Fact label={t('field.acceptor')} span={2}>{bill.acceptor}{bill.acceptorBank && <span className="quiet"> {bill.acceptorBank}</span>}</Fact>
      <Fact label={t('field.customer')} span={2}>{bill.customerCode} {bill.customerName}</Fact>
      <Fact label={t('field.priorHand')} span={2}>{bill.priorHand || '—'}</Fact>
      <Fact label={t('field.receivedOn')}><span className="figure">{bill.receivedOn}</span></Fact>
      <Fact label={t('field.receiptNumber')}>{bill.receiptNumber}</Fact>
      <Fact label={t('field.postedBy')}>{bill.postedBy}</Fact>
      <Fact label={t('field.postedAt')}><span className="figure">{instantText(bill.postedAt)}</span></Fact>
      {bill.note && <Fact label={t('field.note')} span={4}>{bill.note}</Fact>}
      {bill.parent && <Parent id={bill.parent.id} number={bill.parent.number} />}
    </div>
  )
}

function Parent({ id, number }: { id: number; number: string }) {
  const { t } = useTranslation('acceptances')
  return <Fact label={t('step.split')} span={4}><Button type="link" size="small" onClick={() => openPage('acceptance', { id })}>{t('page.parent', { number })}</Button></Fact>
}

function Parts({ bill }: { bill: AcceptanceView }) {
  const { t } = useTranslation('acceptances')
  return (
    <>
      <h3>{t('page.parts')}</h3>
      <ul className="bill-parts" data-testid="parts">
        {bill.parts.map((part) => (
          <li key={part.id}>
            <Button type="link" size="small" onClick={() => openPage('acceptance', { id: part.id })}>{part.number}</Button>
            <span className="figure quiet">{rangeText(part)}</span>
            <MoneyText value={part.amount} />
            <StatusTag status={part.status} />
          </li>
        ))}
      </ul>
    </>
  )
}

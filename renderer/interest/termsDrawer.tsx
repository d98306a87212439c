/** 约定利率: what was agreed with customers, from a day on; a later row of the same day puts an earlier one right. */
import { Button, Drawer, Input, Select, Tag } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { TermsInput, TermsRow } from '../../shared/interest/schemas.ts'
import { basisText } from '../../shared/interest/texts.ts'
import type { Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { RateInput } from '../rates/rateInput.tsx'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup, type LookupItem } from '../ui/lookup.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { ActionButton } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'

const BASES = ['daily', 'lpr', 'smallCreditor', ''] as const satisfies readonly TermsInput['basis'][]
/** A rate is typed as a percentage in millionths; the ledger keeps millionths of one. */
const PER_CENT = 100

export function TermsDrawer({ customer: given, onClose }: { customer: LookupItem | null; onClose: () => void }) {
  const { t } = useTranslation('interest')
  const { can } = useSession()
  const [customer, setCustomer] = useState(given)
  const [from, setFrom] = useState<Day | null>(null)
  const [basis, setBasis] = useState<TermsInput['basis']>('daily')
  const [percent, setPercent] = useState<number | null>(null)
  const [times, setTimes] = useState<Money | null>(null)
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const requestId = useRef(crypto.randomUUID())
  const columns = useColumns()
  /** What stood for the customer and the day when they were chosen; the same day again puts it right. */
  const stored = useQuery(async (signal) => {
    if (customer === null || from === null) return 0
    const { rows } = await api.interest.terms({ customerId: customer.id, filters: [{ field: 'from', op: 'eq', value: from }], withTotals: false }, { signal })
    return rows.find((row) => !row.replaced)?.id ?? 0
  }, [customer?.id, from])

  async function save(): Promise<void> {
    const rate = basis === 'daily' ? (percent === null ? null : percent / PER_CENT) : basis === 'lpr' ? times : 0
    if (customer === null) return setProblems({ customerId: t('terms.customerMissing') })
    if (from === null) return setProblems({ from: t('lpr.dayMissing') })
    if (rate === null || !Number.isInteger(rate)) return setProblems({ rate: t(rate === null ? 'lpr.rateMissing' : 'terms.tooFine') })
    setProblems({})
    try {
      await api.interest.setTerms({ customerId: customer.id, from, basis, rate, note, version: stored.data ?? 0, requestId: requestId.current })
    } catch (refused) {
      setError(refused)
      return
    } finally {
      requestId.current = crypto.randomUUID()
    }
    reload()
  }
  function reload(): void {
    setError(null)
    setFrom(null)
    setPercent(null)
    setTimes(null)
    setNote('')
    invalidate('interest')
  }
  return (
    <Drawer open size={720} title={t('terms.title')} onClose={onClose} destroyOnHidden>
      <div className="interest-drawer" data-testid="terms-drawer">
        <p className="quiet">{t('terms.hint')}</p>
        {can('letters.write') && (
          <>
            <DocumentForm columns={2} error={error} problems={problems} onReload={reload} onEnd={() => void save()}>
              <Field name="customerId" label={t('col.customer')} required><Lookup<LookupItem> autoFocus={given === null} value={customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} onChange={setCustomer} /></Field>
              <Field name="from" label={t('terms.from')} required><DayInput autoFocus={given !== null} value={from} onChange={setFrom} /></Field>
              <Field name="basis" label={t('terms.basis')} required><Select value={basis} options={BASES.map((value) => ({ value, label: t(`basis.${value === '' ? 'office' : value}`) }))} onChange={setBasis} /></Field>
              {basis === 'daily' ? <Field name="rate" label={t('terms.daily')} required hint={t('terms.dailyHint')}><RateInput value={percent} onChange={setPercent} /></Field>
                : basis === 'lpr' ? <Field name="rate" label={t('terms.times')} required hint={t('terms.timesHint')}><MoneyInput value={times} onChange={setTimes} /></Field> : <></>}
              <Field name="note" label={t('terms.note')} span={2}><Input autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
            </DocumentForm>
            <div className="interest-drawer-actions">
              <ActionButton action={{ key: 'save', label: t('lpr.save'), shortcut: KEYS.save, kind: 'primary', onRun: save }} />
            </div>
          </>
        )}
        <div className="interest-list">
          <DataGrid
            layoutKey="interestTerms"
            columns={columns}
            load={(request, signal) => api.interest.terms(request, { signal })}
            slices={['interest']}
            rowId={(row) => String(row.id)}
            rowClass={(row) => (row.replaced ? 'row-quiet' : '')}
            empty={<EmptyState title={t('terms.emptyTitle')} hint={t('terms.emptyText')} />}
          />
        </div>
        <div className="interest-drawer-actions"><Button onClick={onClose}>{t('close')}</Button></div>
      </div>
    </Drawer>
  )
}

function useColumns(): GridColumn<TermsRow>[] {
  const { t } = useTranslation('interest')
  const language = useLanguage()
  return useMemo((): GridColumn<TermsRow>[] => {
    const told = ({ basis, rate }: TermsRow): string => (basis === '' ? t('basis.office') : basisText({ basis, rate }, language))
    return [
      { field: 'customerName', title: t('col.customer'), width: 150, flex: true },
      { field: 'from', title: t('terms.from'), kind: 'day', width: 100 },
      { field: 'basis', title: t('terms.basis'), width: 200, filter: false, text: told, render: (row) => <>{told(row)} {row.replaced && <Tag>{t('terms.replaced')}</Tag>}</> },
      { field: 'note', title: t('terms.note'), width: 120 },
      { field: 'postedBy', title: t('lpr.by'), width: 80 },
    ]
  }, [t, language])
}

/** The rates that foreign documents are booked at, a section of the settings. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { ExchangeRateRow } from '../../shared/rates/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog, useDialogs } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { RateInput } from './rateInput.tsx'
import { rateText } from './rateText.ts'

export function ExchangeRates({ readOnly, own }: { readOnly: boolean; own: string }) {
  const { t } = useTranslation('rates')
  const rates = useQuery((signal) => api.rates.list(undefined, { signal }), [], ['rates'])
  const [edited, setEdited] = useState<ExchangeRateRow | 'new' | null>(null)
  const columns: GridColumn<ExchangeRateRow>[] = [
    { field: 'currency', title: t('field.currency'), width: 90 },
    { field: 'on', title: t('field.on'), kind: 'day', width: 120 },
    { field: 'rate', title: t('field.rate'), width: 130, render: (row) => <span className="figure">{rateText(row.rate)}</span> },
  ]
  return (
    <section className="card" data-testid="exchange-rates">
      <div className="card-head">
        <h3>{t('title')}</h3>
        <span className="quiet">{t('hint')}</span>
        {!readOnly && <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('create')}</Button>}
      </div>
      <div className="bank-accounts">
        <DataGrid plain layoutKey="exchangeRates" columns={columns} rows={rates.data ?? []} rowId={(row) => `${row.currency} ${row.on}`} empty={<EmptyState title={t('empty')} />} {...(readOnly ? {} : { onOpen: setEdited })} />
      </div>
      {edited && <RateDialog rate={edited === 'new' ? null : edited} own={own} onClose={() => setEdited(null)} />}
    </section>
  )
}

function RateDialog({ rate: stored, own, onClose }: { rate: ExchangeRateRow | null; own: string; onClose: () => void }) {
  const { t } = useTranslation(['rates', 'ui'])
  const { confirm } = useDialogs()
  const [currency, setCurrency] = useState(stored?.currency ?? 'USD')
  const [on, setOn] = useState<Day | null>(stored?.on ?? today())
  const [rate, setRate] = useState<number | null>(stored?.rate ?? null)
  const [error, setError] = useState<unknown>()
  const complete = /^[A-Z]{3}$/.test(currency) && on !== null && rate !== null

  async function save(): Promise<void> {
    if (on === null || rate === null) return
    try {
      await api.rates.save({ currency, on, rate, version: stored && stored.currency === currency && stored.on === on ? stored.version : 0 })
      invalidate('rates')
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }

  async function remove(): Promise<void> {
    if (!stored || !(await confirm({ title: t('rates:removeTitle', { currency: stored.currency, day: stored.on }), content: t('rates:removeText'), danger: true, yes: t('rates:remove') }))) return
    await api.rates.remove({ currency: stored.currency, on: stored.on, version: stored.version })
    invalidate('rates')
    onClose()
  }

  /** The list reads the record anew; what was typed is given up. */
  function reload(): void {
    invalidate('rates')
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t(stored ? 'rates:edit' : 'rates:create')}
      onClose={onClose}
      actions={[
        { key: 'remove', label: t('rates:remove'), shortcut: 'Alt+D', kind: 'danger', hidden: stored === null, onRun: remove },
        { key: 'save', label: t('ui:action.save'), shortcut: KEYS.post, kind: 'primary', disabled: complete ? false : t('rates:wrong'), onRun: save },
      ]}
    >
      <DocumentForm columns={1} error={error} onReload={reload} onEnd={() => void save()}>
        <Field name="currency" label={t('rates:field.currency')} required hint={t('rates:field.currencyHint')}>
          <Input autoFocus disabled={stored !== null} maxLength={3} value={currency} onChange={(event) => setCurrency(event.target.value.toUpperCase())} />
        </Field>
        <Field name="on" label={t('rates:field.on')} required><DayInput value={on} disabled={stored !== null} onChange={setOn} /></Field>
        <Field name="rate" label={t('rates:field.rate')} required hint={t('rates:field.rateHint', { currency: own })}><RateInput value={rate} onChange={setRate} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}

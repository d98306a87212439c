/** Where the list stands in the file and how its values are read. */
import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { TARGETS, type Inspection, type Target } from '../../shared/integration/schemas.ts'
import { DayInput } from '../ui/day.tsx'
import { DateOrderField, PlaceFields } from '../ui/filePlace.tsx'
import { withPlace } from '../ui/mapping.ts'
import type { ImportDraft } from './importDraft.ts'

const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP']

export function ImportOptions({ draft, inspection, onChange }: { draft: ImportDraft; inspection: Inspection; onChange: (draft: ImportDraft) => void }) {
  const { t } = useTranslation('integration')
  const asked = inspection.asked.length > 0
  return (
    <div className="file-options">
      <label>
        <span>{t('target.label')}</span>
        <Select
          aria-label={t('target.label')}
          className="import-target"
          status={asked ? 'warning' : ''}
          placeholder={t('target.ask')}
          value={inspection.target ?? undefined}
          options={TARGETS.map((value) => ({ value, label: t(`target.${value}`) }))}
          onChange={(target: Target) => onChange(withPlace(draft, { target }))}
        />
        {asked && <span className="file-uncertain">{t('target.unsure')}</span>}
      </label>
      <PlaceFields sheets={inspection.sheets} sheet={inspection.sheet} headerRow={draft.headerRow ?? inspection.headerRow} onChange={(place) => onChange(withPlace(draft, place))} />
      {inspection.target !== 'customers' && (
        <>
          <DateOrderField value={inspection.dateOrder} certain={inspection.dateOrderCertain} asked={inspection.problems.some(({ code }) => code === 'DATE_ORDER')} onChange={(dateOrder) => onChange({ ...draft, dateOrder })} />
          <label title={t('options.currencyHint')}>
            <span>{t('options.currency')}</span>
            <Select
              aria-label={t('options.currency')}
              className="import-currency"
              allowClear
              placeholder={t('options.currencyAuto')}
              value={draft.currency}
              options={CURRENCIES.map((value) => ({ value, label: value }))}
              onChange={(currency: string | undefined) => onChange({ ...draft, currency })}
            />
          </label>
          <Checkbox checked={draft.createCustomers ?? inspection.createCustomers} onChange={(event) => onChange({ ...draft, createCustomers: event.target.checked })}>
            <span className={inspection.suggestCreateCustomers && !(draft.createCustomers ?? inspection.createCustomers) ? 'file-uncertain' : ''}>{t('options.createCustomers')}</span>
          </Checkbox>
        </>
      )}
      {inspection.target === 'receipts' && (
        <Checkbox checked={draft.allocate === 'suggest'} onChange={(event) => onChange({ ...draft, allocate: event.target.checked ? 'suggest' : 'none' })}>{t('options.allocate')}</Checkbox>
      )}
      {inspection.target === 'balances' && (
        <label title={t('options.asOfHint')}>
          <span>{t('options.asOf')}</span>
          <DayInput label={t('options.asOf')} value={draft.asOf ?? inspection.openingAsOf} invalid={inspection.openingAsOf === null} onChange={(asOf) => onChange({ ...draft, asOf: asOf ?? undefined })} />
        </label>
      )}
      {inspection.target !== 'balances' && inspection.openingAsOf && <span className="quiet">{t('options.openingAsOf', { day: inspection.openingAsOf })}</span>}
    </div>
  )
}

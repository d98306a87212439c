/** Where the list stands in the file and how its values are read. */
import { Checkbox, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { TARGETS, type Inspection, type Target } from '../../shared/integration/schemas.ts'
import { withPlace, type ImportDraft } from './importDraft.ts'

const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP']
const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const
const LAST_HEADER_ROW = 1000

export function ImportOptions({ draft, inspection, onChange }: { draft: ImportDraft; inspection: Inspection; onChange: (draft: ImportDraft) => void }) {
  const { t } = useTranslation('integration')
  return (
    <div className="import-options">
      <label>
        <span>{t('target.label')}</span>
        <Select
          aria-label={t('target.label')}
          className="import-target"
          value={inspection.target ?? undefined}
          options={TARGETS.map((value) => ({ value, label: t(`target.${value}`) }))}
          onChange={(target: Target) => onChange(withPlace(draft, { target }))}
        />
      </label>
      {inspection.sheets.length > 1 && (
        <label>
          <span>{t('options.sheet')}</span>
          <Select
            aria-label={t('options.sheet')}
            className="import-sheet"
            value={inspection.sheet}
            options={inspection.sheets.map((value) => ({ value, label: value }))}
            onChange={(sheet: string) => onChange(withPlace(draft, { sheet, headerRow: undefined }))}
          />
        </label>
      )}
      <label>
        <span>{t('options.headerRow')}</span>
        <InputNumber
          aria-label={t('options.headerRow')}
          className="import-header-row"
          min={1}
          max={LAST_HEADER_ROW}
          precision={0}
          value={draft.headerRow ?? inspection.headerRow}
          onChange={(headerRow) => onChange(withPlace(draft, { headerRow: headerRow ?? undefined }))}
        />
      </label>
      {inspection.target !== 'customers' && (
        <>
          <label>
            <span>{t('options.dateOrder')}</span>
            <Select
              aria-label={t('options.dateOrder')}
              className="import-order"
              status={inspection.dateOrderCertain ? '' : 'warning'}
              title={inspection.dateOrderCertain ? undefined : t('options.uncertain')}
              value={inspection.dateOrder}
              options={DATE_ORDERS.map((value) => ({ value, label: t(`options.${value}`) }))}
              onChange={(dateOrder) => onChange({ ...draft, dateOrder })}
            />
            {!inspection.dateOrderCertain && <span className="import-uncertain">{t('options.uncertain')}</span>}
          </label>
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
            <span className={inspection.suggestCreateCustomers && !(draft.createCustomers ?? inspection.createCustomers) ? 'import-uncertain' : ''}>{t('options.createCustomers')}</span>
          </Checkbox>
        </>
      )}
      {inspection.target === 'receipts' && (
        <Checkbox checked={draft.allocate === 'suggest'} onChange={(event) => onChange({ ...draft, allocate: event.target.checked ? 'suggest' : 'none' })}>{t('options.allocate')}</Checkbox>
      )}
      {inspection.openingAsOf && <span className="quiet">{t('options.openingAsOf', { day: inspection.openingAsOf })}</span>}
    </div>
  )
}

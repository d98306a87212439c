/** Where the list stands in a file and in which order its days are written. */
import { InputNumber, Select } from 'antd'
import type { FileRow } from '../../shared/sheets/table.ts'
import { useTranslation } from 'react-i18next'
import './files.css'

export const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]
const LAST_HEADER_ROW = 1000

/** The place of a line, and nothing else of it. */
export const placeOf = ({ row, sheet }: { row: number; sheet?: string | undefined }): FileRow => ({ row, ...(sheet !== undefined && { sheet }) })

/** A row as a person finds it: 5, or 3月!5 where several sheets are read. */
export const placeText = ({ row, sheet }: { row: number; sheet?: string | undefined }): string => (sheet === undefined ? String(row) : `${sheet}!${row}`)

export interface Place {
  sheet?: string | undefined
  headerRow?: number | undefined
}

export function PlaceFields({ sheets, sheet, headerRow, onChange }: { sheets: readonly string[]; sheet: string; headerRow: number | null; onChange: (place: Place) => void }) {
  const { t } = useTranslation('files')
  return (
    <>
      {sheets.length > 1 && (
        <label>
          <span>{t('place.sheet')}</span>
          <Select
            aria-label={t('place.sheet')}
            className="file-sheet"
            value={sheet}
            options={sheets.map((value) => ({ value, label: value }))}
            onChange={(next: string) => onChange({ sheet: next, headerRow: undefined })}
          />
        </label>
      )}
      <label>
        <span>{t('place.headerRow')}</span>
        <InputNumber
          aria-label={t('place.headerRow')}
          className="file-header-row"
          min={1}
          max={LAST_HEADER_ROW}
          precision={0}
          value={headerRow}
          onChange={(next) => onChange({ headerRow: next ?? undefined })}
        />
      </label>
    </>
  )
}

/** `asked`: nothing can be read before it is said, so none of the orders stands there as if it were. */
export function DateOrderField({ value, certain, asked, onChange }: { value: DateOrder; certain: boolean; asked: boolean; onChange: (order: DateOrder) => void }) {
  const { t } = useTranslation('files')
  return (
    <label>
      <span>{t('place.dateOrder')}</span>
      <Select
        aria-label={t('place.dateOrder')}
        className="file-order"
        status={asked ? 'error' : certain ? '' : 'warning'}
        placeholder={t('place.choose')}
        title={certain ? undefined : t('place.uncertain')}
        value={asked ? undefined : value}
        options={DATE_ORDERS.map((each) => ({ value: each, label: t(`place.${each}`) }))}
        onChange={onChange}
      />
      {!certain && <span className="file-uncertain">{t('place.uncertain')}</span>}
    </label>
  )
}

/** What of a file is not taken, with its money: rows by reason, hidden rows, sheets that are not read. */
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import type { SkippedRows, UnreadSheet } from '../../shared/sheets/schemas.ts'
import { placeText } from './filePlace.tsx'
import { useFileWords } from './fileWords.ts'
import './files.css'

/** One text for each reason: 小计、合计行 2 行（第 8、10 行）价税合计 1,000.00. */
export function useLeftOutTexts(): (skipped: SkippedRows) => string[] {
  const { t } = useTranslation('files')
  const words = useFileWords()
  return (skipped) => Object.entries(skipped).map(([reason, { count, rows, sums }]) => {
    const places = rows.map(placeText).join(t('left.separator'))
    return t('left.one', {
      reason: words.skipped(reason), count, rows: t('left.rows', { rows: places }) + (rows.length < count ? t('left.more') : ''),
      sums: sums.map(({ field, currency, amount }) => [words.field(field), currency, formatMoney(amount)].filter((part) => part !== '').join(' ')).join(t('left.separator')),
    }).trim()
  })
}

interface FileLeft {
  readSheets: readonly string[]
  unreadSheets: readonly UnreadSheet[]
  skipped: SkippedRows
  hidden: SkippedRows[string] | null
}

export function LeftOut({ inspection: { readSheets, unreadSheets, skipped, hidden } }: { inspection: FileLeft }) {
  const { t } = useTranslation('files')
  const texts = useLeftOutTexts()
  const names = unreadSheets.map(({ name, rows, hidden: unseen }) => t(unseen ? 'left.unreadHidden' : 'left.unreadSheet', { name, rows })).join(t('left.separator'))
  const read = readSheets.length > 1 ? [t('left.read', { count: readSheets.length, names: readSheets.join(t('left.separator')) })] : []
  const lines = [...read, ...texts(skipped), ...(hidden ? texts({ hidden }) : [])]
  return (
    <>
      {names !== '' && <Alert type="warning" showIcon title={t('left.unread', { names })} />}
      {lines.length > 0 && <ul className="file-left">{lines.map((text) => <li key={text}>{text}</li>)}</ul>}
    </>
  )
}

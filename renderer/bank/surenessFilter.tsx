/** How many lines wait, by how sure their proposals are; one of them narrows the list. */
import { useTranslation } from 'react-i18next'
import { SURENESS, type Sureness, type SurenessCounts } from '../../shared/bank/schemas.ts'
import { formatMoney } from '../../shared/money.ts'

export function SurenessFilter({ counts, value, onChange }: { counts: SurenessCounts | undefined; value: Sureness | undefined; onChange: (value: Sureness | undefined) => void }) {
  const { t } = useTranslation('bank')
  if (!counts) return null
  const all = SURENESS.reduce((sum, name) => sum + counts[name].lines, 0)
  return (
    <>
      <button type="button" aria-pressed={value === undefined} onClick={() => onChange(undefined)}>{t('lines.showAll')} {all}</button>
      {SURENESS.map((name) => (
        <button key={name} type="button" aria-pressed={value === name} title={t(`surenessHelp.${name}`)} data-testid={`sureness-${name}`} onClick={() => onChange(value === name ? undefined : name)}>
          {t(`sureness.${name}`)} <b>{counts[name].lines}</b>{counts[name].lines > 0 && <span className="quiet"> {formatMoney(counts[name].amount)}</span>}
        </button>
      ))}
    </>
  )
}

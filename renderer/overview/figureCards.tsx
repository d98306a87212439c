/** The figures of the day, each a button to its rows. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../shared/day.ts'
import { formatMoney } from '../../shared/money.ts'
import type { Overview } from '../../shared/overview/schemas.ts'
import { useLanguage } from '../locales/index.ts'
import { MoneyText } from '../ui/money.tsx'
import type { OpenRows } from './openRows.ts'
import { percent } from './percent.ts'

export function FigureCards({ overview, openRows, openDueWithin }: { overview: Overview; openRows: OpenRows; openDueWithin: (days: number, label: string) => void }) {
  const { t } = useTranslation('overview')
  const oldest = overview.longestOverdue
  const compact = new Intl.NumberFormat(useLanguage(), { notation: 'compact', maximumSignificantDigits: 4 })
  const formula = t('cards.formula', { overdue: compact.format(overview.overdueDebts / 100), debts: compact.format(overview.debts / 100) })
  return (
    <div className="figure-cards">
      <Card figure="receivable" label={t('cards.receivable')} hint={t('cards.receivableHint')} onOpen={() => openRows({ column: 'receivable', label: t('cards.receivable') })}>
        <MoneyText value={overview.receivable} />
      </Card>
      <Card alarming={overview.overdue > 0} figure="overdue" label={t('cards.overdue')} hint={oldest > 0 ? t('cards.overdueHint', { days: oldest }) : ''} onOpen={() => openRows({ column: 'overdue', label: t('cards.overdue') })}>
        <MoneyText value={overview.overdue} />
      </Card>
      <Card alarming={overview.overdue > 0} figure="ratio" label={t('cards.ratio')} hint={formula} onOpen={() => openRows({ column: 'overdue', label: t('cards.overdue') })}>
        <span className="figure">{percent(overview.overdueBasisPoints)}</span>
      </Card>
      <Card figure="dueIn7" label={t('cards.dueIn7')} hint={t('cards.until', { day: addDays(overview.asOf, 7) })} onOpen={() => openDueWithin(7, t('cards.dueIn7'))}>
        <MoneyText value={overview.dueIn7} />
      </Card>
      <Card figure="dueIn30" label={t('cards.dueIn30')} hint={t('cards.until', { day: addDays(overview.asOf, 30) })} onOpen={() => openDueWithin(30, t('cards.dueIn30'))}>
        <MoneyText value={overview.dueIn30} />
      </Card>
      <Card
        figure="advances" label={t('cards.advances')}
        hint={overview.acceptances > 0 ? t('cards.acceptances', { amount: formatMoney(overview.acceptances) }) : t('cards.advancesHint')}
        onOpen={() => openRows({ column: 'unallocated', label: t('cards.advances') })}
      >
        <MoneyText value={overview.advances} />
      </Card>
      <Card figure="balance" label={t('cards.balance')} hint={t('cards.balanceHint')} onOpen={() => openRows({ column: 'total', label: t('cards.balance') })}>
        <MoneyText value={overview.balance} />
      </Card>
    </div>
  )
}

function Card({ figure, label, hint, alarming, onOpen, children }: { figure: string; label: string; hint: string; alarming?: boolean; onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className={alarming ? 'figure-card alarming' : 'figure-card'} data-testid={`figure-${figure}`} onClick={onOpen}>
      <span className="figure-card-label">{label}</span>
      <span className="figure-card-value">{children}</span>
      <span className="figure-card-hint" title={hint}>{hint}</span>
    </button>
  )
}

/** The check list of a month: one line a check, green, amber or red, each with the way to what it found. */
import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lastOfMonth, type Month } from '../../shared/day.ts'
import { formatMoney } from '../../shared/money.ts'
import type { CheckLine, Level, MonthCheck, Period } from '../../shared/periods/schemas.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import type { Query } from '../ui/useQuery.ts'
import { useAcceptedWords, useLineTitle } from './words.ts'

const MARKS: Record<Level, ReactNode> = { ok: <CheckCircleFilled />, note: <InfoCircleFilled />, warning: <ExclamationCircleFilled />, blocks: <CloseCircleFilled /> }

export function CheckPanel({ period, check, query }: { period: Period; check: MonthCheck | null; query: Query<unknown> }) {
  const { t } = useTranslation('periods')
  const { status } = useSession()
  const title = useLineTitle()
  const accepted = useAcceptedWords()
  const warnings = check?.lines.filter((line) => line.level === 'warning').length ?? 0
  const open = check?.status === 'open' && check.refusal === null

  return (
    <section className="card month-check" aria-label={t('check.title', { month: period.month })}>
      <h2>{t('check.title', { month: period.month })}</h2>
      {query.error !== undefined && <ErrorState error={query.error} onRetry={query.refresh} />}
      {check === null && query.error === undefined && <LoadingState />}
      {check && (
        <>
          <table>
            <tbody>
              {check.lines.map((line) => (
                <tr key={`${line.check} ${line.bankAccountId ?? ''}`} className={`check-${line.level}`} data-testid={`check-${line.check}`}>
                  <td className="check-mark"><span title={t(`check.level.${line.level}`)}>{MARKS[line.level]}</span></td>
                  <td className="check-title">{title(line)}</td>
                  <td className="quiet">{line.level === 'ok' ? t(`check.ok.${line.check}`) : t(`check.found.${line.level === 'note' ? 'note' : line.check}`, { count: line.count })}</td>
                  <td className="figure right">{line.level === 'ok' ? '' : amountsText(line, status.ledger?.currency ?? '')}</td>
                  <td className="right">{line.level !== 'ok' && <Button size="small" onClick={() => show(line, period.month)}>{t('check.go')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {period.status === 'closed' && <p className="quiet">{t('check.closed', { at: instantText(period.closedAt), by: period.closedBy })}</p>}
          {open && <p className={warnings > 0 ? 'check-warning' : 'check-ok'} role="status">{warnings > 0 ? t('check.readyWithWarnings', { count: warnings }) : t('check.ready')}</p>}
        </>
      )}
      {period.events.length > 0 && (
        <>
          <h2>{t('history.title')}</h2>
          <ul className="month-history">
            {period.events.map((event) => (
              <li key={event.at + event.kind}>
                <span className="figure">{instantText(event.at)}</span> {event.by} <b>{t(`history.${event.kind}`)}</b>{' '}
                <span className="quiet">{event.kind === 'reopened' ? event.reason : event.reason === '' ? '' : t('history.accepted', { what: accepted(event.reason) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Amounts of the ledger's own currency stand bare, others with their name. */
const amountsText = (line: CheckLine, own: string): string =>
  line.amounts.map(({ currency, amount }) => (currency === own ? formatMoney(amount) : `${currency} ${formatMoney(amount)}`)).join('　')

/** Opens the page that shows what a line counts. */
function show(line: CheckLine, month: Month): void {
  const until = lastOfMonth(month)
  const upTo = (field: string) => ({ field, op: 'lte' as const, value: until })
  const among = (field: string, value: string) => ({ field, op: 'in' as const, value: [value] })
  switch (line.check) {
    case 'drafts': return openPage('invoices', { filters: [among('status', 'draft'), upTo('documentOn')] })
    case 'totals': return openPage('controlTotals', { month })
    case 'bankLines': return openPage('statementLines', {})
    case 'unallocated': return openPage('agingItems', { asOf: until, basis: 'due', groupBy: 'customer', currency: line.amounts[0]?.currency ?? 'CNY', column: 'total', label: month, credits: true })
    case 'acceptances': return openPage('acceptances', { filters: [among('status', 'held'), upTo('dueOn')] })
    case 'account': return openPage('reconciliation', { asOf: until, ...(line.bankAccountId === null ? {} : { bankAccountId: line.bankAccountId }) })
  }
}

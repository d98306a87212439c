/** The life of a bill, one line a step, and the days that still matter. */
import { Tag, Timeline, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AcceptanceEvent, AcceptanceEventKind, AcceptanceView, Deadline } from '../../shared/acceptances/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { instantText } from '../ui/day.tsx'

const COLORS: Partial<Record<AcceptanceEventKind, string>> = { collected: 'green', settled: 'green', dishonoured: 'red', returned: 'gray', undone: 'gray' }

export function LifeLine({ events }: { events: readonly AcceptanceEvent[] }) {
  const { t } = useTranslation('acceptances')
  return (
    <div data-testid="life">
      <Timeline
        items={events.map((event) => ({
          key: event.id,
          color: event.undone ? 'gray' : (COLORS[event.kind] ?? 'blue'),
          content: (
            <div className={event.undone ? 'life-event undone' : 'life-event'}>
              <span className="figure">{event.on}</span> <b>{t(`event.${event.kind}`)}</b>
              {event.undone && <Tag>{t('page.undone')}</Tag>}
              <span>{factsOf(event).join(' · ')}</span>
              <span className="quiet life-by">{event.postedBy} {instantText(event.postedAt)}</span>
            </div>
          ),
        }))}
      />
    </div>
  )

  function factsOf(event: AcceptanceEvent): string[] {
    const facts: string[] = []
    if (event.kind === 'collected' || event.kind === 'discounted') {
      facts.push(t('page.net', { amount: formatMoney(event.amount) }), event.bankAccount)
      if (event.interest > 0) facts.push(t('page.interest', { amount: formatMoney(event.interest) }))
      if (event.fee > 0) facts.push(t('page.fee', { amount: formatMoney(event.fee) }))
    } else if (event.kind === 'endorsed') facts.push(t('page.to', { name: event.counterparty }))
    else if (event.kind === 'dishonoured') facts.push(t('page.reason', { text: event.counterparty }))
    else if (event.kind === 'notified') facts.push(t('page.notified', { name: event.counterparty }))
    else if (event.kind === 'undone') {
      const taken = events.find((other) => other.id === event.undoesId)
      if (taken) facts.push(t('page.takes', { event: t(`event.${taken.kind}`) }))
    }
    return [...facts, event.note].filter((fact) => fact !== '')
  }
}

export function Deadlines({ bill }: { bill: AcceptanceView }) {
  const { t } = useTranslation('acceptances')
  const words = ({ daysLeft, state }: Deadline): string => {
    if (state === 'kept') return t('page.kept')
    if (daysLeft < 0) return t('page.over', { count: -daysLeft })
    return daysLeft === 0 ? t('page.today') : t('page.left', { count: daysLeft })
  }
  if (bill.deadlines.length === 0) return <p className="quiet">{t('page.noDeadlines')}</p>
  return (
    <ul className="deadlines" data-testid="deadlines">
      {bill.deadlines.map((deadline) => (
        <li key={deadline.kind} className={deadline.state}>
          <Tooltip title={t(`deadlineHelp.${deadline.kind}`)}><span>{t(`deadline.${deadline.kind}`)}</span></Tooltip>
          <span className="figure">{deadline.on}</span>
          <span>{words(deadline)}{deadline.state === 'missed' && <Tag color="red">{t('page.missed')}</Tag>}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the office knows of a customer: how to reach them, what is open and contested, what was promised, what was said. */
import { Alert, Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeRow, PromiseRow, StoryItem, StoryView } from '../../shared/collection/schemas.ts'
import { openItemDocument, openPage } from '../navigation.ts'
import { MoneyText } from '../ui/money.tsx'
import { today } from '../ui/today.ts'
import type { Ending } from './endDialog.tsx'
import { PromiseTag } from './promiseTag.tsx'

interface StoryProps {
  story: StoryView
  /** Given to those who may end what stands. */
  onEnd?: (ending: Ending) => void
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return <section className="story-part card"><h3>{title}</h3>{children}</section>
}

export function CustomerStory({ story, onEnd }: StoryProps) {
  const { t } = useTranslation('collection')
  const hold = story.holds.find((each) => each.liftedOn === null && each.from <= today() && each.until >= today())
  return (
    <>
      <section className="card">
        <div className="story-head">
          <h2>{story.name}</h2>
          <span className="quiet">{story.code}</span>
          {story.salesperson && <span>{t('story.salesperson', { name: story.salesperson })}</span>}
          <Button type="link" size="small" onClick={() => openPage('customer', { id: story.customerId })}>{t('story.file')}</Button>
        </div>
        <div className="story-head">
          {story.contacts.map((each) => <span key={`${each.name} ${each.phone}`}>{each.name} <span className="quiet">{each.role}</span> <span className="figure">{each.phone}</span></span>)}
          {story.contacts.length === 0 && <span className="quiet">{story.phone || t('story.noContacts')}</span>}
        </div>
        {hold && (
          <Alert
            type="warning" showIcon title={t('story.held', { until: hold.until, reason: hold.reason })}
            action={onEnd && <Button size="small" onClick={() => onEnd({ what: 'hold', id: hold.id, name: story.name })}>{t('end.holdDo')}</Button>}
          />
        )}
      </section>
      <Part title={<>{t('story.items')}{story.disputed > 0 && <span className="negative">{t('story.disputed')} <MoneyText value={story.disputed} /></span>}</>}>
        {story.items.length === 0 ? <span className="quiet">{t('item.none')}</span> : <Items items={story.items} />}
      </Part>
      <Part title={t('promisesTitle')}>
        {story.promises.length === 0 ? <span className="quiet">{t('story.noPromises')}</span> : <Promises rows={story.promises} name={story.name} onEnd={onEnd} />}
      </Part>
      {story.disputes.length > 0 && <Part title={t('disputesTitle')}><Disputes rows={story.disputes} name={story.name} onEnd={onEnd} /></Part>}
      <Part title={t('story.log')}>
        {story.log.length === 0 ? <span className="quiet">{t('story.noLog')}</span> : (
          <ul className="story-log">
            {story.log.map((each) => (
              <li key={each.id}>
                <span className="figure">{each.on}</span> {t(`way.${each.way}`)} {each.person} <span className="quiet">{each.postedBy}</span>
                <div>{each.result}</div>
                {(each.nextStep || each.nextOn) && <div className="quiet">{t('story.next', { day: each.nextOn ?? '', step: each.nextStep })}</div>}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </>
  )
}

function Items({ items }: { items: readonly StoryItem[] }) {
  const { t } = useTranslation('collection')
  return (
    <table>
      <thead><tr><th>{t('col.number')}</th><th>{t('col.dueOn')}</th><th className="right">{t('col.daysOverdue')}</th><th className="right">{t('col.open')}</th></tr></thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.itemId}>
            <td>
              <a href="#item" onClick={(event) => { event.preventDefault(); openItemDocument(item.kind as Parameters<typeof openItemDocument>[0], item.documentId) }}>{item.number}</a>
              {item.disputed && <Tag color="error">{t('mark.disputed')}</Tag>}
              {item.promised && <Tag color="processing">{t('mark.promised')}</Tag>}
            </td>
            <td className="day">{item.dueOn}</td>
            <td className={item.daysOverdue > 0 ? 'right negative' : 'right'}>{item.daysOverdue > 0 ? item.daysOverdue : ''}</td>
            <td className="right"><MoneyText value={item.open} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Ended<Row> {
  rows: readonly Row[]
  name: string
  onEnd: StoryProps['onEnd'] | undefined
}

function Promises({ rows, name, onEnd }: Ended<PromiseRow>) {
  const { t } = useTranslation('collection')
  return (
    <table>
      <thead><tr><th>{t('col.promisedOn')}</th><th className="right">{t('col.amount')}</th><th className="right">{t('col.paid')}</th><th>{t('col.state')}</th><th /></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} title={row.note}>
            <td className="day">{row.dueOn} <span className="quiet">{row.person}</span></td>
            <td className="right"><MoneyText value={row.amount} /></td>
            <td className="right"><MoneyText value={row.paid} /></td>
            <td><PromiseTag state={row.state} /></td>
            <td className="right">{onEnd && row.state === 'open' && <Button type="link" size="small" onClick={() => onEnd({ what: 'promise', id: row.id, name })}>{t('end.promiseDo')}</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Disputes({ rows, name, onEnd }: Ended<DisputeRow>) {
  const { t } = useTranslation('collection')
  return (
    <table>
      <thead><tr><th>{t('col.reason')}</th><th className="right">{t('col.open')}</th><th>{t('col.settleBy')}</th><th>{t('col.state')}</th><th /></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} title={row.note}>
            <td>{row.reason} <span className="quiet">{row.owner}</span></td>
            <td className="right"><MoneyText value={row.amount} /></td>
            <td className="day">{row.settleBy}</td>
            <td><Tag color={row.state === 'standing' ? 'error' : 'default'}>{t(`disputeState.${row.state}`)}</Tag></td>
            <td className="right">{onEnd && row.state === 'standing' && <Button type="link" size="small" onClick={() => onEnd({ what: 'dispute', id: row.id, name })}>{t('end.disputeDo')}</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

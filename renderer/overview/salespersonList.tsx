/** The receivable and what is overdue by salesperson, each with the ratio of both. */
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/overview/schemas.ts'
import { MoneyText } from '../ui/money.tsx'
import type { OpenRows } from './openRows.ts'
import { percent } from './percent.ts'

export function SalespersonList({ overview, openRows }: { overview: Overview; openRows: OpenRows }) {
  const { t } = useTranslation('overview')
  return (
    <section className="card overview-salespeople">
      <div className="overview-rows">
        <table>
          <thead>
            <tr><th>{t('salespeople.name')}</th><th className="right">{t('salespeople.receivable')}</th><th className="right">{t('salespeople.overdue')}</th><th className="right">{t('salespeople.ratio')}</th></tr>
          </thead>
          <tbody>
            {overview.salespeople.map((person) => {
              const name = person.name || t('salespeople.unassigned')
              const open = (column: 'receivable' | 'overdue'): void =>
                openRows({ column, groupBy: 'salesperson', groupId: person.salespersonId ?? 0, label: `${name} ${t(`salespeople.${column}`)}` })
              return (
                <tr key={person.salespersonId ?? 0}>
                  <td><button type="button" className="row-link" onClick={() => open('overdue')}>{name}</button></td>
                  <td className="right"><button type="button" className="row-link" onClick={() => open('receivable')}><MoneyText value={person.receivable} /></button></td>
                  <td className="right"><button type="button" className="row-link" onClick={() => open('overdue')}><MoneyText value={person.overdue} /></button></td>
                  <td className="right">{percent(person.overdueBasisPoints)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className="quiet">{t('salespeople.formula')}</p>
      </div>
    </section>
  )
}

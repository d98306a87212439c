/** Who owes most of what is overdue. */
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/overview/schemas.ts'
import { MoneyText } from '../ui/money.tsx'
import type { OpenRows } from './openRows.ts'

export function DebtorList({ overview, openRows }: { overview: Overview; openRows: OpenRows }) {
  const { t } = useTranslation('overview')
  const most = Math.max(1, ...overview.debtors.map((debtor) => debtor.overdue))
  return (
    <section className="card overview-debtors">
      <h2>{t('debtors.title')}</h2>
      <div className="overview-rows">
        {overview.debtors.length === 0 && <p className="quiet">{t('debtors.none')}</p>}
        <table>
          <tbody>
            {overview.debtors.map((debtor) => (
              <tr key={debtor.customerId}>
                <td className="debtor-name">
                  <button
                    type="button"
                    className="row-link"
                    title={`${debtor.code} ${debtor.name}`}
                    onClick={() => openRows({ column: 'overdue', groupBy: 'customer', groupId: debtor.customerId, label: `${debtor.name} ${t('debtors.overdue')}` })}
                  >
                    {debtor.name}
                  </button>
                  <span className="debtor-bar" aria-hidden><span style={{ width: `${(Math.max(0, debtor.overdue) * 100) / most}%` }} /></span>
                </td>
                <td className="right quiet">{t('debtors.dayCount', { count: debtor.daysOverdue })}</td>
                <td className="right"><MoneyText value={debtor.overdue} strong /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

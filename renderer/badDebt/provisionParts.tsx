/** What a provision is worked out from, by age and by customers judged by themselves, and the sums of it. */
import { useTranslation } from 'react-i18next'
import type { ProvisionContent } from '../../shared/badDebt/schemas.ts'
import { absolute, sumOf } from '../../shared/money.ts'
import { MoneyText } from '../ui/money.tsx'
import { useAgeWords } from './words.ts'
import './badDebt.css'

const percent = (rate: number): string => (rate / 100).toFixed(2)

export function BucketTable({ content }: { content: ProvisionContent }) {
  const { t } = useTranslation('badDebt')
  const age = useAgeWords()
  return (
    <div className="document-table" data-testid="provision-buckets">
      <table>
        <thead><tr><th>{t('provision.bucket')}</th><th className="right">{t('provision.open')}</th><th className="right">{t('provision.rate')}</th><th className="right">{t('provision.required')}</th></tr></thead>
        <tbody>
          {content.buckets.map((bucket) => (
            <tr key={bucket.from}>
              <td>{age(bucket)}</td>
              <td className="right"><MoneyText value={bucket.open} /></td>
              <td className="right figure">{percent(bucket.rate)}</td>
              <td className="right"><MoneyText value={bucket.required} /></td>
            </tr>
          ))}
          <tr className="sum">
            <td>{t('provision.general')}</td>
            <td className="right"><MoneyText value={sumOf(content.buckets, (bucket) => bucket.open)} /></td>
            <td />
            <td className="right"><MoneyText value={sumOf(content.buckets, (bucket) => bucket.required)} /></td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

export function SpecificTable({ content }: { content: ProvisionContent }) {
  const { t } = useTranslation('badDebt')
  return (
    <div className="document-table" data-testid="provision-specific">
      <table>
        <thead>
          <tr>
            <th>{t('provision.customer')}</th><th className="right">{t('provision.open')}</th><th className="right">{t('provision.rate')}</th><th className="right">{t('provision.required')}</th><th>{t('provision.note')}</th>
          </tr>
        </thead>
        <tbody>
          {content.specific.map((one) => (
            <tr key={one.customerId}>
              <td>{one.code} {one.name}</td>
              <td className="right"><MoneyText value={one.open} /></td>
              <td className="right figure">{percent(one.rate)}</td>
              <td className="right"><MoneyText value={one.required} /></td>
              <td>{one.note || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function ProvisionSums({ content }: { content: ProvisionContent }) {
  const { t } = useTranslation('badDebt')
  const { required, existing, amount, currency } = content
  return (
    <section className="card provision-sums" data-testid="provision-sums">
      <span>{t('provision.sum')} <span className="quiet">{currency}</span></span><MoneyText value={required} />
      <span>{t('provision.existing')}</span><MoneyText value={existing} />
      <span className="total">{t(amount === 0 ? 'provision.nothing' : amount > 0 ? 'provision.amount' : 'provision.release')}</span>
      <span className="total"><MoneyText value={absolute(amount)} strong /></span>
    </section>
  )
}

/** The receivable by age; a bar opens its items. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import type { Overview } from '../../shared/overview/schemas.ts'
import { useBucketWords } from '../aging/words.ts'
import { useLanguage } from '../locales/index.ts'
import { BUCKET_COLORS, COLORS } from '../theme.ts'
import { Chart } from '../ui/chart.tsx'
import type { OpenRows } from './openRows.ts'
import { basisPoints, percent } from './percent.ts'

export function AgingChart({ overview, openRows }: { overview: Overview; openRows: OpenRows }) {
  const { t } = useTranslation('overview')
  const language = useLanguage()
  const words = useBucketWords()

  const bars = useMemo(
    () => [
      { column: 'notDue', name: t('chart.notDue'), amount: overview.notDue },
      ...overview.buckets.map((bucket) => ({ column: `bucket${bucket.index}`, name: words(bucket), amount: bucket.amount })),
    ],
    [overview, t, words],
  )
  const option = useMemo(() => {
    const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 4 })
    const short = (fen: number): string => (fen === 0 ? '' : compact.format(fen / 100))
    return {
      grid: { left: 8, right: 12, top: 30, bottom: 2, containLabel: true },
      tooltip: {
        trigger: 'item',
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const bar = bars[dataIndex]
          return bar ? `${t('chart.read', { name: bar.name, amount: formatMoney(bar.amount) })}\n${t('chart.share', { percent: percent(basisPoints(bar.amount, overview.receivable)) })}` : ''
        },
      },
      xAxis: { type: 'category', data: bars.map((bar) => bar.name), axisTick: { show: false }, axisLine: { lineStyle: { color: COLORS.line } }, axisLabel: { color: COLORS.text, interval: 0, width: 64, overflow: 'break', lineHeight: 14 } },
      yAxis: { type: 'value', axisLabel: { color: COLORS.quiet, formatter: (fen: number) => compact.format(fen / 100) }, splitLine: { lineStyle: { color: COLORS.line } } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 56,
          cursor: 'pointer',
          data: bars.map((bar, index) => ({ value: bar.amount, itemStyle: { color: BUCKET_COLORS[Math.min(index, BUCKET_COLORS.length - 1)] } })),
          label: { show: true, position: 'top', color: COLORS.text, formatter: ({ value }: { value: number }) => short(value) },
        },
      ],
    }
  }, [bars, language, overview.receivable, t])

  const open = (index: number): void => {
    const bar = bars[index]
    if (bar) openRows({ column: bar.column, label: bar.name })
  }
  return (
    <section className="card overview-chart">
      <h2>{t('chart.title')} <span className="quiet">{t('chart.hint')}</span></h2>
      <div className="overview-chart-box">
        <Chart
          label={t('chart.title')}
          height="100%"
          option={option}
          onPick={(_, index) => open(index)}
          table={{
            columns: [t('chart.title'), t('debtors.receivable'), ''],
            rows: bars.map((bar, index) => [
              <button key="open" type="button" className="row-link" onClick={() => open(index)}>{bar.name}</button>,
              formatMoney(bar.amount),
              percent(basisPoints(bar.amount, overview.receivable)),
            ]),
          }}
        />
      </div>
    </section>
  )
}

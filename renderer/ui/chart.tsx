/**
 * A chart that follows its box and can be read without seeing it: `table` holds the same figures and is opened by the
 * button below (or found by a screen reader).
 *
 *     <Chart label={t('…')} height={240} option={{ xAxis: …, series: [{ type: 'bar', … }] }} onPick={(name, index) => …}
 *            table={{ columns: ['0–30', …], rows: [['…', '1,000.00']] }} />
 *
 * Bar, line and pie are built in; `onPick` makes the parts clickable.
 */
import { TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COLORS, FONT_FAMILY } from '../theme.ts'

register([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export interface ChartTable {
  columns: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}

export interface ChartProps {
  label: string
  option: EChartsCoreOption
  table: ChartTable
  /** Pixels, or '100%' of a box that has a height. */
  height?: number | string
  onPick?: (name: string, index: number) => void
}

export function Chart({ label, option, table, height = 240, onPick }: ChartProps) {
  const { t } = useTranslation('ui')
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const [asTable, setAsTable] = useState(false)

  useEffect(() => {
    if (!box.current) return undefined
    const made = init(box.current)
    chart.current = made
    made.on('click', ({ name, dataIndex }) => pick.current?.(name, dataIndex))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [asTable])

  useEffect(() => {
    chart.current?.setOption(
      {
        textStyle: { fontFamily: FONT_FAMILY, fontSize: 12, color: COLORS.text },
        animation: false,
        grid: { left: 8, right: 12, top: 24, bottom: 4, containLabel: true },
        ...option,
        // An HTML tooltip would need inline styles, which the page's policy forbids.
        tooltip: { renderMode: 'richText', confine: true, ...(typeof option.tooltip === 'object' ? option.tooltip : {}) },
      },
      { notMerge: true },
    )
  }, [option, asTable])

  return (
    <figure className="chart" aria-label={label}>
      {asTable ? (
        // Its own key: the chart empties its element when it goes, which must not be this one.
        <div key="table" className="chart-table" style={{ height }}>
          <table>
            <thead><tr>{table.columns.map((column, index) => <th key={index}>{column}</th>)}</tr></thead>
            <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
          </table>
        </div>
      ) : (
        <div key="chart" ref={box} style={{ height }} role="img" aria-label={label} />
      )}
      <Button className="chart-switch" type="text" size="small" icon={<TableOutlined />} aria-pressed={asTable} aria-label={t('chart.table')} title={t('chart.table')} onClick={() => setAsTable(!asTable)} />
    </figure>
  )
}

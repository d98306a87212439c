/**
 * Lines that are perhaps the same payment as one of another file, each beside the line that it resembles. Alt+S says that
 * it is the same, which is not counted again; Alt+V says that it is another payment, which goes on to wait like any.
 */
import { CopyOutlined, ForkOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../shared/bank/schemas.ts'
import type { GridFilter } from '../../shared/grid.ts'
import { formatMoney } from '../../shared/money.ts'
import { api } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridHandle } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { narrowed, useLineAct, type BoardProps } from './board.ts'
import { useLineColumns, withColumns, type BoardLine } from './lineColumns.tsx'
import { LineMessage } from './lineMessage.tsx'

const UNDECIDED: readonly GridFilter[] = [{ field: 'status', op: 'eq', value: 'perhaps' }]

export function PerhapsBoard({ conditions, tools, filters, search }: BoardProps) {
  const { t } = useTranslation('bank')
  const { can } = useSession()
  const writes = can('bank.write')
  const columns = useLineColumns()
  const [current, setCurrent] = useState<BoardLine>()
  const grid = useRef<GridHandle<BoardLine>>(null)
  const { said, act, came } = useLineAct(grid)
  const detail = useQuery(async (signal) => (current ? api.bank.detail({ id: current.id }, { signal }) : undefined), [current?.id], ['bank'])
  const twin = detail.data?.line.id === current?.id ? detail.data?.twin : undefined

  const decide = (same: boolean): Promise<void> => act(async () => {
    if (!current) return null
    await api.bank.sameness({ lineIds: [current.id], same, requestId: crypto.randomUUID() })
    return { text: t(same ? 'twins.saidSame' : 'twins.saidAnother', { amount: formatMoney(current.amount) }) }
  })

  return (
    <PageFrame
      title={t('linesTitle')}
      actions={[
        { key: 'same', label: t('twins.same'), shortcut: 'Alt+S', icon: <CopyOutlined />, kind: 'primary', hidden: !writes, disabled: !current, onRun: () => decide(true) },
        { key: 'another', label: t('twins.another'), shortcut: 'Alt+V', icon: <ForkOutlined />, hidden: !writes, disabled: !current, onRun: () => decide(false) },
      ]}
    >
      <div className="matching twins">
        <div className="matching-lines">
          <DataGrid<BoardLine>
            layoutKey="perhapsLines"
            columns={columns}
            load={async (request, signal) => came(withColumns(await api.bank.lines(narrowed(request, ...conditions, ...UNDECIDED), { signal })))}
            slices={['bank']}
            rowId={(line) => String(line.id)}
            onCurrent={setCurrent}
            handle={grid}
            tools={tools}
            searchPlaceholder={t('lines.search')}
            {...(filters ? { initialFilters: filters } : {})}
            {...(search ? { initialSearch: search } : {})}
            empty={<EmptyState title={t('twins.emptyTitle')} hint={t('twins.emptyText')} />}
          />
          <div className="matching-sureness"><LineMessage said={said} keys={t('twins.keys')} /></div>
        </div>
        <section className="matching-panel" aria-label={t('twins.title')} data-testid="twins">
          {current && twin ? <Twins line={current} other={twin} /> : <p className="quiet">{t('panel.choose')}</p>}
        </section>
      </div>
    </PageFrame>
  )
}

const FACTS = ['on', 'time', 'direction', 'amount', 'balance', 'counterparty', 'counterpartyAccount', 'memo', 'serial', 'status', 'documentNumber', 'customerName'] as const

/** What either of them says; where they differ is marked. */
function Twins({ line, other }: { line: StatementLine; other: StatementLine }) {
  const { t } = useTranslation('bank')
  const shown = (one: StatementLine, fact: (typeof FACTS)[number]): string => {
    if (fact === 'amount' || fact === 'balance') return one[fact] === null ? '' : formatMoney(one[fact])
    if (fact === 'direction') return t(`direction.${one.direction}`)
    return fact === 'status' ? t(`status.${one.status}`) : one[fact]
  }
  const rows = FACTS.map((fact) => ({ fact, values: [shown(line, fact), shown(other, fact)] as const })).filter(({ values }) => values.some((value) => value !== ''))
  return (
    <table className="twin-lines">
      <thead><tr><th /><th scope="col">{t('twins.this')}</th><th scope="col">{t('twins.other')}</th></tr></thead>
      <tbody>
        {rows.map(({ fact, values: [mine, theirs] }) => (
          <tr key={fact} className={mine === theirs || fact === 'status' ? '' : 'twin-differs'}>
            <th scope="row">{t(`field.${fact === 'customerName' ? 'customer' : fact}`)}</th><td>{mine}</td><td>{theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/**
 * Lines that need nobody: payments and the like, booked ones, all of them. Enter opens the document of a line, Alt+T changes
 * the class, Alt+U takes a link back, Alt+F records the refund of money that went back to a customer.
 */
import { BulbOutlined, CloudUploadOutlined, DisconnectOutlined, RollbackOutlined, TagOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_CLASSES } from '../../shared/bank/schemas.ts'
import type { GridFilter } from '../../shared/grid.ts'
import { formatMoney } from '../../shared/money.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridHandle } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { narrowed, useLineAct, type BoardProps } from './board.ts'
import { ClassifyDialog } from './classifyDialog.tsx'
import { LineMessage } from './lineMessage.tsx'
import { useLineColumns, withColumns, type BoardLine } from './lineColumns.tsx'
import { RefundDialog } from './refundDialog.tsx'

type Tab = 'others' | 'done' | 'all'

const WHICH: Record<Tab, readonly GridFilter[]> = {
  others: [{ field: 'class', op: 'in', value: LINE_CLASSES.filter((name) => name !== 'receipt') }],
  done: [{ field: 'status', op: 'in', value: ['done'] }],
  all: [],
}

export function LineBoard({ tab, conditions, tools, filters, search }: BoardProps & { tab: Tab }) {
  const { t } = useTranslation('bank')
  const { can } = useSession()
  const writes = can('bank.write')
  const columns = useLineColumns()
  const [current, setCurrent] = useState<BoardLine>()
  const [dialog, setDialog] = useState<{ kind: 'classify' | 'refund'; line: BoardLine }>()
  const grid = useRef<GridHandle<BoardLine>>(null)
  const { said, act, say, came } = useLineAct(grid)
  const refundable = current?.status === 'open' && current.class === 'refund' && current.direction === 'out'

  function open(line: BoardLine): void {
    if (line.receiptId !== null) openPage('receipt', { id: line.receiptId })
    else if (line.refundId !== null) openPage('refund', { id: line.refundId })
    else if (line.status === 'open' && line.class === 'refund' && writes) setDialog({ kind: 'refund', line })
    else say(t('lines.noDocument'))
  }
  const unlink = (): Promise<void> => act(async () => {
    if (!current) return null
    await api.bank.unlink({ id: current.id, requestId: crypto.randomUUID() })
    return { text: t('lines.unlinked') }
  })

  return (
    <PageFrame
      title={t('linesTitle')}
      actions={[
        { key: 'classify', label: t('lines.classify'), shortcut: 'Alt+T', icon: <TagOutlined />, hidden: !writes, disabled: !current || current.status === 'done', onRun: () => current && setDialog({ kind: 'classify', line: current }) },
        { key: 'refund', label: t('lines.refund'), shortcut: 'Alt+F', icon: <RollbackOutlined />, hidden: !writes || tab === 'done', disabled: !refundable, onRun: () => current && setDialog({ kind: 'refund', line: current }) },
        { key: 'unlink', label: t('lines.unlink'), shortcut: 'Alt+U', icon: <DisconnectOutlined />, hidden: !writes || tab === 'others', disabled: current?.status !== 'done', onRun: unlink },
        { key: 'import', label: t('lines.import'), shortcut: KEYS.create, icon: <CloudUploadOutlined />, hidden: !writes, onRun: () => openPage('statementImport') },
        { key: 'learnt', label: t('lines.learnt'), shortcut: 'Alt+P', icon: <BulbOutlined />, onRun: () => openPage('learntPayers') },
      ]}
    >
      <div className="matching lines-only">
        <div className="matching-lines">
          <DataGrid<BoardLine>
            layoutKey="statementLines"
            columns={columns}
            load={async (request, signal) => came(withColumns(await api.bank.lines(narrowed(request, ...conditions, ...WHICH[tab]), { signal })))}
            slices={['bank']}
            rowId={(line) => String(line.id)}
            onCurrent={setCurrent}
            onOpen={open}
            handle={grid}
            tools={tools}
            searchPlaceholder={t('lines.search')}
            {...(filters ? { initialFilters: filters } : {})}
            {...(search ? { initialSearch: search } : {})}
            empty={<EmptyState title={t(`lines.${tab}Title`)} {...(tab === 'done' ? {} : { hint: t(`lines.${tab}Text`) })} />}
          />
          <div className="matching-sureness">
            <LineMessage said={said} keys={t('lines.keysLines')} />
          </div>
        </div>
      </div>
      {dialog?.kind === 'classify' && <ClassifyDialog line={dialog.line} onClose={() => setDialog(undefined)} onDone={(name) => void act(() => Promise.resolve({ text: t('lines.classified', { name }) }))} />}
      {dialog?.kind === 'refund' && <RefundDialog line={dialog.line} onClose={() => setDialog(undefined)} onDone={(line) => void act(() => Promise.resolve({ text: t('lines.refunded', { number: line.documentNumber, amount: formatMoney(line.amount) }) }))} />}
    </PageFrame>
  )
}

/**
 * Lines that wait: above the list with what is proposed, below the line of the cursor. The same for money of unknown payers,
 * which is booked already and is claimed for its customer.
 *
 * Keys on a line: Space accepts what is proposed and comes to the next, Enter goes into the line, Alt+K keeps it as
 * unidentified, Alt+T changes its class. Ctrl+Enter accepts what is on screen, from wherever the cursor stands.
 */
import { BulbOutlined, CheckOutlined, CheckSquareOutlined, CloudUploadOutlined, QuestionCircleOutlined, TagOutlined } from '@ant-design/icons'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptLine, StatementLine, Sureness, SurenessCounts } from '../../shared/bank/schemas.ts'
import { UNIDENTIFIED } from '../../shared/customers/unidentified.ts'
import type { GridFilter } from '../../shared/grid.ts'
import { formatMoney, ZERO } from '../../shared/money.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { openLookup, unreadCell } from '../receipts/cells.ts'
import { refusedItem } from '../receipts/useEntry.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridHandle } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { WorkProgress } from '../ui/progress.tsx'
import { usePageActive } from '../ui/pageContext.ts'
import { KEYS, useShortcut } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { narrowed, useLineAct, type BoardProps, type Done } from './board.ts'
import { ClassifyDialog } from './classifyDialog.tsx'
import { useLineColumns, useOpenColumns, withColumns, type BoardLine, type ProposedBoardLine } from './lineColumns.tsx'
import { LineMessage } from './lineMessage.tsx'
import { enterPanel, LinePanel } from './linePanel.tsx'
import { SurenessFilter } from './surenessFilter.tsx'
import { useAcceptSure } from './useAcceptSure.ts'
import { asProposed, useLineDecision } from './useLineDecision.ts'

/** Booked on the customer who stands for payers that nobody knows. */
const KEPT: readonly GridFilter[] = [{ field: 'status', op: 'eq', value: 'done' }, { field: 'customerName', op: 'eq', value: UNIDENTIFIED.name }]

interface OpenBoardProps extends BoardProps {
  /** Money of unknown payers instead of lines that wait. */
  kept: boolean
  account: number | undefined
  /** Every line of the account is shown, not those of one file. */
  whole: boolean
}

export function OpenBoard({ kept, account, whole, conditions, tools, filters, search }: OpenBoardProps) {
  const { t } = useTranslation('bank')
  const { can } = useSession()
  const writes = can('bank.write')
  const [current, setCurrent] = useState<BoardLine>()
  const [sureness, setSureness] = useState<Sureness>()
  const [counts, setCounts] = useState<SurenessCounts>()
  const [classified, setClassified] = useState<StatementLine>()
  const grid = useRef<GridHandle<ProposedBoardLine>>(null)
  const panel = useRef<HTMLElement>(null)
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const openColumns = useOpenColumns()
  const lineColumns = useLineColumns()
  const decision = useLineDecision(current, kept)
  const { said, error, act, reload, say, came } = useLineAct(grid)
  const sure = useAcceptSure(account, reload, say)

  async function post(line: StatementLine, accepted: AcceptLine, customer: string): Promise<Done> {
    const requestId = crypto.randomUUID()
    const { receiptId, acceptanceEventId } = accepted
    if (kept) {
      const claimed = await api.bank.claim({ id: line.id, customerId: accepted.customerId ?? 0, allocations: accepted.allocations ?? [], requestId })
      return { text: t('lines.claimed', { number: claimed.documentNumber, customer: claimed.customerName, amount: formatMoney(line.amount) }), receiptId: claimed.receiptId }
    }
    const { lines, amount } = await api.bank.accept({ lines: [accepted], requestId })
    const facts = { number: lines[0]?.documentNumber ?? '', amount: formatMoney(amount) }
    const recorded = receiptId === undefined && acceptanceEventId === undefined
    return { text: recorded ? t('lines.accepted', { ...facts, customer }) : t('lines.linked', facts), receiptId: lines[0]?.receiptId ?? null }
  }

  /** What stands on screen for the line of the cursor. */
  const accept = (): Promise<void> => act(async () => {
    const cell = unreadCell(panel.current)
    cell?.focus()
    if (!current || cell) return null
    const settled = await decision.settle()
    if (typeof settled !== 'string') return post(current, settled, decision.customer?.name ?? '')
    say(t(`panel.${settled}`), true)
    enterPanel(panel.current)
    return null
  })

  const acceptProposed = (line: ProposedBoardLine): Promise<void> => {
    // What the clerk has changed in the line goes before what was proposed for it.
    if (decision.decided && line.id === current?.id) return accept()
    const accepted = asProposed(line)
    if (!accepted) {
      say(t('lines.nothingProposed'), true)
      return Promise.resolve()
    }
    return act(() => post(line, accepted, line.proposal.customerName))
  }

  const keep = (): Promise<void> => act(async () => {
    if (!current) return null
    const { lines, amount } = await api.bank.keep({ lineIds: [current.id], requestId: crypto.randomUUID() })
    return { text: t('lines.kept', { number: lines[0]?.documentNumber ?? '', amount: formatMoney(amount) }), receiptId: lines[0]?.receiptId ?? null }
  })

  useShortcut('Alt+A', () => {
    if (panel.current?.contains(document.activeElement)) grid.current?.back()
    else enterPanel(panel.current)
  }, usePageActive())
  function onKeyDown(event: KeyboardEvent): void {
    // The lookup would fall back to the customer chosen before, and the money would be booked there.
    if (event.key === 'Enter' && event.ctrlKey && openLookup(panel.current)) event.preventDefault()
  }

  const shared = {
    slices: ['bank'] as const,
    rowId: (line: StatementLine) => String(line.id),
    onCurrent: setCurrent,
    handle: grid,
    tools,
    searchPlaceholder: t('lines.search'),
    ...(filters ? { initialFilters: filters } : {}),
    ...(search ? { initialSearch: search } : {}),
  }
  return (
    <PageFrame
      title={t('linesTitle')}
      actions={[
        { key: 'accept', label: kept ? t('lines.claim') : t('lines.accept'), shortcut: KEYS.post, icon: <CheckOutlined />, kind: 'primary', hidden: !writes, disabled: !current, onRun: accept },
        { key: 'sure', label: t('lines.acceptSure'), shortcut: 'F9', icon: <CheckSquareOutlined />, hidden: !writes || kept || !whole, disabled: sure.work.running || counts?.sure.lines === 0, onRun: sure.start },
        { key: 'keep', label: t('lines.keep'), shortcut: 'Alt+K', icon: <QuestionCircleOutlined />, hidden: !writes || kept, disabled: !current, onRun: keep },
        { key: 'classify', label: t('lines.classify'), shortcut: 'Alt+T', icon: <TagOutlined />, hidden: !writes || kept, disabled: !current, onRun: () => setClassified(current) },
        { key: 'import', label: t('lines.import'), shortcut: KEYS.create, icon: <CloudUploadOutlined />, hidden: !writes, onRun: () => openPage('statementImport') },
        { key: 'learnt', label: t('lines.learnt'), shortcut: 'Alt+P', icon: <BulbOutlined />, onRun: () => openPage('learntPayers') },
      ]}
    >
      <WorkProgress work={sure.work} read={({ done, of }) => ({ done, total: of, text: t('sure.progress', { done, of }) })} />
      <div className="matching" onKeyDown={onKeyDown}>
        <div className="matching-lines">
          {kept
            ? (
              <DataGrid<BoardLine>
                layoutKey="keptLines"
                columns={lineColumns}
                load={async (request, signal) => came(withColumns(await api.bank.lines(narrowed(request, ...conditions, ...KEPT), { signal })))}
                onOpen={() => enterPanel(panel.current)}
                empty={<EmptyState title={t('lines.keptTitle')} hint={t('lines.keptText')} />}
                {...shared}
              />
            )
            : (
              <DataGrid<ProposedBoardLine>
                key={sureness}
                layoutKey="openLines"
                columns={openColumns}
                load={async (request, signal) => {
                  const page = await api.bank.proposals({ ...narrowed(request, ...conditions), ...(sureness ? { sureness } : {}) }, { signal })
                  setCounts(page.counts)
                  return came(withColumns(page))
                }}
                onOpen={() => enterPanel(panel.current)}
                keys={writes ? { Space: (line) => void acceptProposed(line) } : {}}
                empty={<EmptyState title={t('lines.emptyTitle')} hint={t('lines.emptyText')} />}
                {...shared}
              />
            )}
          <div className="matching-sureness">
            {!kept && <SurenessFilter counts={counts} value={sureness} onChange={setSureness} />}
            <LineMessage said={said} keys={t(kept ? 'lines.keysKept' : 'lines.keys')} />
          </div>
        </div>
        <LinePanel
          line={current}
          decision={decision}
          tolerance={settings.data?.options.tolerance ?? ZERO}
          claiming={kept}
          readOnly={!writes}
          troubledItem={refusedItem(error, decision.drafts)}
          panel={panel}
          onLeave={() => grid.current?.back()}
        />
      </div>
      {classified && <ClassifyDialog line={classified} onClose={() => setClassified(undefined)} onDone={(name) => void act(() => Promise.resolve({ text: t('lines.classified', { name }) }))} />}
    </PageFrame>
  )
}

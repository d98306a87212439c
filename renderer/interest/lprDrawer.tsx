/** 一年期 LPR: what was published, and what the office adds, corrects or removes. A row that is chosen stands in the form. */
import { Button, Drawer } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { LprRow } from '../../shared/interest/schemas.ts'
import { percentText } from '../../shared/interest/texts.ts'
import { money, type Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { ActionButton } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'

/** A percentage with two decimals is typed like money: 3.10 is 310, and 31 000 millionths. */
const PER_HUNDREDTH = 100

export function LprDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('interest')
  const { can } = useSession()
  const { confirm } = useDialogs()
  const query = useQuery((signal) => api.interest.lpr(undefined, { signal }), [], ['interest'])
  const [on, setOn] = useState<Day | null>(null)
  /** What stood for the day when it was chosen. */
  const [version, setVersion] = useState(0)
  const [percent, setPercent] = useState<Money | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const requestId = useRef(crypto.randomUUID())
  const columns = useMemo((): GridColumn<LprRow>[] => [
    { field: 'on', title: t('lpr.on'), kind: 'day', width: 110 },
    { field: 'rate', title: t('lpr.rate'), kind: 'number', width: 90, render: (row) => percentText(row.rate), text: (row) => percentText(row.rate) },
    { field: 'postedBy', title: t('lpr.by'), width: 120, flex: true, render: (row) => (row.published ? <span className="quiet">{t('lpr.published')}</span> : row.postedBy), text: (row) => (row.published ? t('lpr.published') : row.postedBy) },
  ], [t])

  async function send(removed: boolean): Promise<void> {
    if (on === null) return setProblems({ on: t('lpr.dayMissing') })
    if (!removed && percent === null) return setProblems({ rate: t('lpr.rateMissing') })
    if (removed && !(await confirm({ title: t('lpr.removeTitle', { day: on }), content: t('lpr.removeText'), danger: true, yes: t('lpr.remove') }))) return
    setProblems({})
    try {
      await api.interest.setLpr({ on, rate: removed ? 0 : (percent ?? 0) * PER_HUNDREDTH, removed, version, requestId: requestId.current })
    } catch (refused) {
      setError(refused)
      return
    } finally {
      requestId.current = crypto.randomUUID()
    }
    reload()
  }
  function reload(): void {
    setError(null)
    setOn(null)
    setPercent(null)
    invalidate('interest')
  }
  function chooseDay(next: Day | null): void {
    setOn(next)
    setVersion(query.data?.find((row) => row.on === next)?.version ?? 0)
  }
  function show(row: LprRow): void {
    chooseDay(row.on)
    setPercent(money(Math.round(row.rate / PER_HUNDREDTH)))
    setError(null)
    setProblems({})
  }
  return (
    <Drawer open size={520} title={t('lpr.title')} onClose={onClose} destroyOnHidden>
      <div className="interest-drawer" data-testid="lpr-drawer">
        <p className="quiet">{t('lpr.hint')}</p>
        {can('letters.write') && (
          <>
            <DocumentForm columns={2} error={error} problems={problems} onReload={reload} onEnd={() => void send(false)}>
              <Field name="on" label={t('lpr.on')} required><DayInput autoFocus value={on} onChange={chooseDay} /></Field>
              <Field name="rate" label={t('lpr.rate')} required hint={t('lpr.rateHint')}><MoneyInput value={percent} onChange={setPercent} /></Field>
            </DocumentForm>
            <div className="interest-drawer-actions">
              <ActionButton action={{ key: 'remove', label: t('lpr.remove'), shortcut: 'Alt+D', kind: 'danger', disabled: on === null, onRun: () => send(true) }} />
              <ActionButton action={{ key: 'save', label: t('lpr.save'), shortcut: KEYS.save, kind: 'primary', onRun: () => send(false) }} />
            </div>
          </>
        )}
        <div className="interest-list">
          <DataGrid plain layoutKey="lprTable" columns={columns} rows={query.data ?? []} rowId={(row) => row.on} {...(can('letters.write') ? { onOpen: show } : {})} />
        </div>
        <div className="interest-drawer-actions"><Button onClick={onClose}>{t('close')}</Button></div>
      </div>
    </Drawer>
  )
}

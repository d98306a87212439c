/** Payers that clerks have matched by hand, by name or by account; one that is wrong is forgotten with Delete (已学习的付款方). */
import { DeleteOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearntPayer } from '../../shared/bank/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { PageFrame } from '../ui/page.tsx'
import { useRun } from '../ui/run.ts'
import { EmptyState } from '../ui/states.tsx'

/** Pays for several customers, so that the program no longer takes the money for one's. */
const ofSeveral = (payer: LearntPayer): boolean => payer.customerId === 0

export default function LearntPayers() {
  const { t } = useTranslation('bank')
  const { can } = useSession()
  const { confirm } = useDialogs()
  const { message } = App.useApp()
  const [current, setCurrent] = useState<LearntPayer>()
  const { run } = useRun()
  const columns = useMemo((): GridColumn<LearntPayer>[] => [
    { field: 'key', title: t('learnt.key'), width: 240, flex: true },
    { field: 'kind', title: t('learnt.kind'), width: 80, options: (['name', 'account'] as const).map((value) => ({ value, label: t(`learnt.kinds.${value}`) })) },
    { field: 'customerCode', title: t('learnt.customerCode'), width: 100 },
    { field: 'customerName', title: t('learnt.customer'), width: 240, flex: true, text: (row) => (ofSeveral(row) ? t('learnt.several') : row.customerName) },
    { field: 'at', title: t('learnt.at'), kind: 'instant' },
    { field: 'by', title: t('learnt.by'), width: 100 },
  ], [t])

  async function forget(payer: LearntPayer | undefined): Promise<void> {
    if (!payer || !(await confirm({ title: t('learnt.forgetTitle', { key: payer.key }), content: t('learnt.forgetText', { customer: ofSeveral(payer) ? t('learnt.several') : payer.customerName }), yes: t('learnt.forget'), danger: true }))) return
    await api.bank.forget({ id: payer.id, version: payer.version })
    invalidate('bank')
    message.success(t('learnt.forgotten', { key: payer.key }))
  }

  return (
    <PageFrame
      title={t('learntTitle')}
      actions={[{ key: 'forget', label: t('learnt.forget'), shortcut: 'Alt+D', icon: <DeleteOutlined />, kind: 'danger', hidden: !can('bank.write'), disabled: !current, onRun: () => forget(current) }]}
    >
      <DataGrid<LearntPayer>
        layoutKey="learntPayers"
        columns={columns}
        load={(request, signal) => api.bank.learnt(request, { signal })}
        slices={['bank', 'customers']}
        rowId={(row) => String(row.id)}
        onCurrent={setCurrent}
        onOpen={(row) => { if (!ofSeveral(row)) openPage('customer', { id: row.customerId }) }}
        searchPlaceholder={t('learnt.search')}
        {...(can('bank.write') ? { keys: { Delete: (payer: LearntPayer) => void run(() => forget(payer)) } } : {})}
        empty={<EmptyState title={t('learnt.emptyTitle')} hint={t('learnt.emptyText')} />}
      />
    </PageFrame>
  )
}

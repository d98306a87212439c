/** The company's own bank accounts, into which receipts go. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BankAccount } from '../../shared/settings/schemas.ts'
import { api } from '../api.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { BankAccountDialog } from './bankAccountDialog.tsx'

export function BankAccounts({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation(['settings', 'ui'])
  const accounts = useQuery((signal) => api.settings.bankAccounts(undefined, { signal }), [], ['settings'])
  const [edited, setEdited] = useState<BankAccount | 'new' | null>(null)
  const columns: GridColumn<BankAccount>[] = [
    { field: 'name', title: t('account.name'), width: 180 },
    { field: 'bank', title: t('account.bank'), flex: true },
    { field: 'number', title: t('account.number'), width: 220 },
    { field: 'currency', title: t('account.currency'), width: 84 },
    { field: 'active', title: t('account.active'), kind: 'check', width: 70 },
  ]
  return (
    <section className="card">
      <div className="card-head">
        <h3>{t('accounts')}</h3>
        {!readOnly && <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('account.create')}</Button>}
      </div>
      <div className="bank-accounts">
        <DataGrid plain layoutKey="bankAccounts" columns={columns} rows={accounts.data ?? []} rowId={(row) => String(row.id)} {...(readOnly ? {} : { onOpen: setEdited })} />
      </div>
      {edited && <BankAccountDialog account={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

/** Users and salespeople: who may sign in, in which role; who only stands on customers has no password. */
import { KeyOutlined, PlusOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type UserRow } from '../../shared/users/schemas.ts'
import { api } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { PasswordDialog } from './passwordDialog.tsx'
import { UserDialog } from './userDialog.tsx'

export default function UsersPage() {
  const { t } = useTranslation(['users', 'ui'])
  const { can, status } = useSession()
  const users = useQuery((signal) => api.users.list(undefined, { signal }), [], ['users'])
  const [edited, setEdited] = useState<UserRow | 'new' | null>(null)
  const [changing, setChanging] = useState(false)
  const manages = can('users.manage')
  const columns: GridColumn<UserRow>[] = [
    { field: 'name', title: t('name'), width: 200 },
    { field: 'role', title: t('roleTitle'), width: 120, options: ROLES.map((value) => ({ value, label: t(`role.${value}`) })) },
    { field: 'department', title: t('department'), flex: true },
    { field: 'canSignIn', title: t('canSignIn'), kind: 'check', width: 100 },
    { field: 'active', title: t('activeTitle'), width: 90, render: (row) => <Tag color={row.active ? 'green' : 'default'}>{t(row.active ? 'active' : 'inactive')}</Tag>, text: (row) => t(row.active ? 'active' : 'inactive') },
  ]
  return (
    <PageFrame
      title={t('title')}
      query={users}
      actions={[
        { key: 'new', label: t('create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', onRun: () => setEdited('new'), disabled: manages ? false : t('onlyAdministrator') },
        { key: 'password', label: t('changePassword'), icon: <KeyOutlined />, onRun: () => setChanging(true), hidden: status.user?.canSignIn !== true },
      ]}
    >
      <DataGrid layoutKey="users" columns={columns} rows={users.data} rowId={(row) => String(row.id)} {...(manages ? { onOpen: setEdited } : {})} rowClass={(row) => (row.active ? '' : 'row-quiet')} />
      {edited && <UserDialog user={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </PageFrame>
  )
}

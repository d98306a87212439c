/** The ledger page: the open one, its backup, and the way to another. */
import { SaveOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { PageFrame } from '../ui/page.tsx'
import { LedgerChooser } from './ledgerChooser.tsx'

export default function LedgersPage() {
  const { t } = useTranslation('ledgers')
  const { modal } = App.useApp()
  const { status, can } = useSession()
  const { ledger } = status

  async function backup(): Promise<void> {
    const made = await api.ledgers.backup()
    modal.success({ title: t('backup.done'), content: t('backup.doneHint', { location: made.location, size: Math.ceil(made.bytes / 1024) }) })
  }

  return (
    <PageFrame
      title={t('title')}
      scroll
      actions={[
        { key: 'backup', label: t('backup.action'), icon: <SaveOutlined />, onRun: backup, hidden: !can('ledger.check') },
        { key: 'check', label: t('check.title'), onRun: () => openPage('ledgerCheck'), hidden: !can('ledger.check') },
      ]}
    >
      {ledger && (
        <section className="card form-grid columns-2">
          <Fact label={t('form.name')}>{ledger.company}</Fact>
          <Fact label={t('engine')}>{ledger.engine === 'sqlite' ? t('engineFile') : 'PostgreSQL'}</Fact>
          <Fact label={t('form.location')}>{ledger.location}</Fact>
          <Fact label={t('form.currency')}>{ledger.currency}</Fact>
        </section>
      )}
      <section className="card">
        <h3>{t('switch')}</h3>
        {status.fixed ? <p className="quiet">{t('fixed')}</p> : <LedgerChooser />}
      </section>
    </PageFrame>
  )
}

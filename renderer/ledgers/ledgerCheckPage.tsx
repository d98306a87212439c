/** Checks the open ledger: the file, each posted row's seal, the chain of the journal, the figures that must agree. */
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckReport, Finding } from '../../shared/ledgers/schemas.ts'
import { api } from '../api.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'

export default function LedgerCheckPage() {
  const { t } = useTranslation('ledgers')
  const [report, setReport] = useState<CheckReport>()
  /** The check names a document as kind:id:number; what is no document (a procedure) stands as it is. */
  function documentText(document: string): string {
    const [kind = '', , ...number] = document.split(':')
    return number.length === 0 ? document : `${t(`check.documents.${kind}`, { defaultValue: kind })} ${number.join(':')}`
  }
  const columns: GridColumn<Finding>[] = [
    { field: 'kind', title: t('check.kind'), width: 120, options: (['file', 'row', 'chain', 'invariant', 'trigger'] as const).map((value) => ({ value, label: t(`check.kinds.${value}`) })) },
    { field: 'document', title: t('check.document'), width: 240, text: ({ document }) => documentText(document) },
    { field: 'code', title: t('check.code'), width: 220, text: ({ code }) => t(`check.codes.${code}`, { defaultValue: code }) },
    { field: 'text', title: t('check.text'), flex: true },
    { field: 'table', title: t('check.table'), width: 140 },
    { field: 'id', title: t('check.row'), kind: 'number', width: 80 },
  ]
  return (
    <PageFrame
      title={t('check.title')}
      actions={[{ key: 'check', label: t('check.action'), shortcut: 'F9', kind: 'primary', icon: <SafetyCertificateOutlined />, onRun: async () => setReport(await api.ledgers.check()) }]}
    >
      {!report && <EmptyState title={t('check.empty')} hint={t('check.emptyHint')} />}
      {report && (
        <Alert
          type={report.ok ? 'success' : 'error'}
          showIcon
          title={report.ok ? t('check.ok') : t('check.bad', { count: report.findings.length })}
          description={t('check.scope', { rows: report.rows, entries: report.entries })}
        />
      )}
      {report && !report.ok && <DataGrid layoutKey="ledgerCheck" columns={columns} rows={report.findings} />}
    </PageFrame>
  )
}

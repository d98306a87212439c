/** One 利息单 as it was posted, and the receivable that it is owed by. Keys: Ctrl+P prints, Ctrl+E saves the PDF, Alt+I opens the receivable. */
import { FilePdfOutlined, FileTextOutlined, PrinterOutlined, TeamOutlined } from '@ant-design/icons'
import { Alert, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { termsText } from '../../shared/interest/texts.ts'
import { api } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { DayText, InstantText } from '../ui/day.tsx'
import { IssuedPaper } from '../ui/issuedPaper.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { usePaper } from '../ui/usePaper.ts'
import { useQuery } from '../ui/useQuery.ts'
import { PAPER } from './paper.ts'

export default function NotePage() {
  const { t } = useTranslation(['interest', 'ui'])
  const language = useLanguage()
  const { params } = usePage('interestNote')
  const { print, savePdf } = usePaper('interest', PAPER)
  const query = useQuery(
    async (signal) => {
      const [note, { html }] = await Promise.all([api.interest.note({ id: params.id }, { signal }), api.interest.noteHtml({ id: params.id }, { signal })])
      return { note, html }
    },
    [params.id],
    ['interest', 'invoices', 'receipts'],
  )
  const note = query.data?.note
  const title = note ? `${t('interest:notesTitle')} ${note.number}` : t('interest:notesTitle')
  usePageTitle(note?.number)
  return (
    <PageFrame
      title={title}
      query={query}
      actions={[
        { key: 'print', label: t('ui:paper.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: !note, onRun: () => print([params.id]) },
        { key: 'pdf', label: t('ui:paper.pdf'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: !note, onRun: () => savePdf(params.id) },
        { key: 'invoice', label: t('interest:notes.invoice'), shortcut: 'Alt+I', icon: <FileTextOutlined />, disabled: !note, onRun: () => note && openPage('invoice', { id: note.invoiceId }) },
        { key: 'customer', label: t('interest:col.customer'), shortcut: 'Alt+C', icon: <TeamOutlined />, disabled: !note, onRun: () => note && openPage('customer', { id: note.customerId }) },
      ]}
    >
      {note && query.data && (
        <IssuedPaper html={query.data.html} title={title} hash={note.hash} notice={note.status === 'void' && <Alert type="warning" showIcon title={t('interest:notes.void', { number: note.invoiceNumber })} />}>
          <dt>{t('interest:notes.status')}</dt><dd><Tag color={note.status === 'posted' ? 'green' : 'default'}>{t(`interest:status.${note.status}`)}</Tag></dd>
          <dt>{t('interest:col.customer')}</dt><dd>{note.customerCode} {note.customerName}</dd>
          <dt>{t('interest:col.interest')}</dt><dd><MoneyText value={note.amount} strong /> {note.currency}</dd>
          <dt>{t('interest:col.open')}</dt><dd><MoneyText value={note.open} /></dd>
          <dt>{t('interest:sheet.to')}</dt><dd><DayText value={note.to} /></dd>
          <dt>{t('interest:terms.basis')}</dt><dd>{termsText(note.content.steps, language)}</dd>
          <dt>{t('interest:notes.invoice')}</dt><dd>{note.invoiceNumber}</dd>
          <dt>{t('interest:note.dueOn')}</dt><dd><DayText value={note.content.dueOn} /></dd>
          <dt>{t('interest:notes.by')}</dt><dd>{note.postedBy} <InstantText value={note.postedAt} /></dd>
        </IssuedPaper>
      )}
    </PageFrame>
  )
}

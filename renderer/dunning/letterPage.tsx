/** One letter as it was issued, with its prints and deliveries; printing it again marks it 补打. Keys: Ctrl+P prints, Ctrl+E saves the PDF, Alt+D records a delivery, Alt+M mails it, Alt+F books the fee, Alt+V makes it void. */
import { AccountBookOutlined, FilePdfOutlined, PrinterOutlined, StopOutlined, TeamOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { PaperDeliveries } from '../deliveries/paperDeliveries.tsx'
import { usePaperActions } from '../deliveries/usePaperActions.tsx'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DayText } from '../ui/day.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { IssuedPaper } from '../ui/issuedPaper.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { usePaper } from '../ui/usePaper.ts'
import { useQuery } from '../ui/useQuery.ts'
import { VoidDialog } from './voidDialog.tsx'

export default function LetterPage() {
  const { t } = useTranslation(['dunning', 'ui'])
  const { params } = usePage('letter')
  const { print, savePdf } = usePaper('dunning', api.dunning)
  const query = useQuery(
    async (signal) => {
      const [letter, paper] = await Promise.all([api.dunning.get({ id: params.id }, { signal }), api.dunning.html({ id: params.id }, { signal })])
      return { letter, html: paper.html }
    },
    [params.id],
    ['dunning'],
  )
  const letter = query.data?.letter
  const again = (letter?.prints ?? 0) > 0
  const sending = usePaperActions({ paper: 'letter', papers: letter ? [letter] : [], print })
  usePageTitle(letter?.number)
  const { can } = useSession()
  const { confirm } = useDialogs()
  const [voiding, setVoiding] = useState(false)
  const fee = letter?.content.fee

  async function bookFee(): Promise<void> {
    if (!letter || fee === undefined) return
    if (!(await confirm({ title: t('fee.confirm', { amount: formatMoney(fee), customer: letter.customerName }), content: t('fee.text'), yes: t('fee.button') }))) return
    await api.dunning.bookFee({ id: letter.id, requestId: crypto.randomUUID() })
    invalidate('dunning', 'invoices', 'overview')
  }

  return (
    <PageFrame
      title={letter ? `${t(`level.${letter.level}`)} ${letter.number}` : t('title')}
      query={query}
      actions={[
        { key: 'print', label: t(again ? 'ui:paper.reprint' : 'ui:paper.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: !letter, onRun: () => print([params.id]) },
        { key: 'pdf', label: t(again ? 'ui:paper.pdfAgain' : 'ui:paper.pdf'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: !letter, onRun: () => savePdf(params.id) },
        ...sending.actions.filter(({ key }) => key === 'send' || key === 'mail'),
        { key: 'customer', label: t('view.customer'), shortcut: 'Alt+C', icon: <TeamOutlined />, disabled: !letter, onRun: () => letter && openPage('customer', { id: letter.customerId }) },
        { key: 'fee', label: t('fee.button'), shortcut: 'Alt+F', icon: <AccountBookOutlined />, hidden: !can('letters.write') || fee === undefined || letter?.voided === true || letter?.feeInvoice !== null, onRun: bookFee },
        { key: 'void', label: t('void.button'), shortcut: 'Alt+V', icon: <StopOutlined />, hidden: !can('letters.write') || letter?.voided !== false, onRun: () => setVoiding(true) },
      ]}
    >
      {letter && query.data && (
        <IssuedPaper html={query.data.html} title={`${t(`level.${letter.level}`)} ${letter.number}`} hash={letter.hash} printed={letter.printed}>
          <dt>{t('sent.customerName')}</dt><dd>{letter.customerCode} {letter.customerName}</dd>
          <dt>{t('view.total')}</dt><dd><MoneyText value={letter.amount} strong /> {letter.currency}</dd>
          <dt>{t('sent.issuedOn')}</dt><dd><DayText value={letter.issuedOn} /></dd>
          <dt>{t('sent.payBy')}</dt><dd><DayText value={letter.payBy} /></dd>
          <dt>{t('view.sender')}</dt><dd>{letter.issuedBy}</dd>
          {fee !== undefined && <><dt>{t('fee.label')}</dt><dd><MoneyText value={fee} /> {letter.feeInvoice ? <button type="button" className="paper-link" onClick={() => openPage('invoice', { id: letter.feeInvoice?.id ?? 0 })}>{letter.feeInvoice.number}</button> : <span className="quiet">{t('fee.open')}</span>}</dd></>}
          {letter.void && <><dt><Tag color="error">{t('void.mark')}</Tag></dt><dd>{letter.void.reason} <span className="quiet">{letter.void.by}</span></dd></>}
          <PaperDeliveries paper="letter" id={letter.id} />
        </IssuedPaper>
      )}
      {sending.dialogs}
      {letter && voiding && <VoidDialog letter={letter} onClose={() => setVoiding(false)} />}
    </PageFrame>
  )
}

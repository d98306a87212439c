/** One 对账单 or 询证函 as it was issued, its prints and what came back. Keys: Ctrl+P prints, Ctrl+E saves the PDF, Alt+D records a delivery, Alt+M mails it, Alt+R records the reply. */
import { FilePdfOutlined, InboxOutlined, PrinterOutlined, TeamOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyState } from '../../shared/accountPapers/schemas.ts'
import { api } from '../api.ts'
import { PaperDeliveries } from '../deliveries/paperDeliveries.tsx'
import { usePaperActions } from '../deliveries/usePaperActions.tsx'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DayText } from '../ui/day.tsx'
import { IssuedPaper } from '../ui/issuedPaper.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { usePaper } from '../ui/usePaper.ts'
import { useQuery } from '../ui/useQuery.ts'
import { ReplyDialog } from './replyDialog.tsx'

const COLORS: Record<ReplyState, string> = { waiting: 'default', agreed: 'green', differs: 'red' }

export default function PaperPage() {
  const { t } = useTranslation(['accountPapers', 'ui'])
  const { params } = usePage('accountPaper')
  const { can } = useSession()
  const { print, savePdf } = usePaper('accountPapers', api.accountPapers)
  const [replying, setReplying] = useState(false)
  const query = useQuery(
    async (signal) => {
      const [paper, { html }] = await Promise.all([api.accountPapers.get({ id: params.id }, { signal }), api.accountPapers.html({ id: params.id }, { signal })])
      return { paper, html }
    },
    [params.id],
    ['accountPapers'],
  )
  const paper = query.data?.paper
  const again = (paper?.prints ?? 0) > 0
  const title = paper ? `${t(`kind.${paper.kind}`)} ${paper.number}` : t('title')
  const sending = usePaperActions({ paper: 'accountPaper', papers: paper ? [paper] : [], print })
  usePageTitle(paper?.number)

  return (
    <PageFrame
      title={title}
      query={query}
      actions={[
        { key: 'print', label: t(again ? 'ui:paper.reprint' : 'ui:paper.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: !paper, onRun: () => print([params.id]) },
        { key: 'pdf', label: t(again ? 'ui:paper.pdfAgain' : 'ui:paper.pdf'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: !paper, onRun: () => savePdf(params.id) },
        { key: 'reply', label: t('reply.button'), shortcut: 'Alt+R', icon: <InboxOutlined />, hidden: !can('letters.write'), disabled: !paper, onRun: () => setReplying(true) },
        ...sending.actions.filter(({ key }) => key === 'send' || key === 'mail'),
        { key: 'customer', label: t('page.customer'), shortcut: 'Alt+C', icon: <TeamOutlined />, disabled: !paper, onRun: () => paper && openPage('customer', { id: paper.customerId }) },
      ]}
    >
      {paper && query.data && (
        <IssuedPaper html={query.data.html} title={title} hash={paper.hash} printed={paper.printed}>
          <dt>{t('field.state')}</dt>
          <dd className="paper-replies">
            <Tag color={COLORS[paper.state]}>{t(`state.${paper.state}`)}</Tag>
            {paper.replies.map((each) => (
              <p key={each.id}>
                <DayText value={each.on} /> {t(each.agreed ? 'state.agreed' : 'state.differs')} {each.balance !== null && <MoneyText value={each.balance} />} {each.person}
                {each.note && <span className="quiet"> {each.note}</span>}
              </p>
            ))}
          </dd>
          <dt>{t('field.customerName')}</dt><dd>{paper.customerCode} {paper.customerName}</dd>
          <dt>{t('field.balance')}</dt><dd><MoneyText value={paper.balance} strong /> {paper.currency}</dd>
          {paper.from && <><dt>{t('field.from')}</dt><dd><DayText value={paper.from} /></dd></>}
          <dt>{t('field.asOf')}</dt><dd><DayText value={paper.asOf} /></dd>
          <dt>{t('field.issuedOn')}</dt><dd><DayText value={paper.issuedOn} /></dd>
          <dt>{t('field.issuedBy')}</dt><dd>{paper.issuedBy}</dd>
          <PaperDeliveries paper="accountPaper" id={paper.id} />
        </IssuedPaper>
      )}
      {sending.dialogs}
      {replying && paper && <ReplyDialog paper={paper} onClose={() => setReplying(false)} />}
    </PageFrame>
  )
}

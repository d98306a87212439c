/** One letter as it was issued, with its prints and deliveries; printing it again marks it 补打. Keys: Ctrl+P prints, Ctrl+E saves the PDF, Alt+D records a delivery, Alt+M mails it. */
import { FilePdfOutlined, PrinterOutlined, TeamOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { PaperDeliveries } from '../deliveries/paperDeliveries.tsx'
import { usePaperActions } from '../deliveries/usePaperActions.tsx'
import { openPage } from '../navigation.ts'
import { DayText } from '../ui/day.tsx'
import { IssuedPaper } from '../ui/issuedPaper.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { usePaper } from '../ui/usePaper.ts'
import { useQuery } from '../ui/useQuery.ts'

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

  return (
    <PageFrame
      title={letter ? `${t(`level.${letter.level}`)} ${letter.number}` : t('title')}
      query={query}
      actions={[
        { key: 'print', label: t(again ? 'ui:paper.reprint' : 'ui:paper.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: !letter, onRun: () => print([params.id]) },
        { key: 'pdf', label: t(again ? 'ui:paper.pdfAgain' : 'ui:paper.pdf'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: !letter, onRun: () => savePdf(params.id) },
        ...sending.actions.filter(({ key }) => key === 'send' || key === 'mail'),
        { key: 'customer', label: t('view.customer'), shortcut: 'Alt+C', icon: <TeamOutlined />, disabled: !letter, onRun: () => letter && openPage('customer', { id: letter.customerId }) },
      ]}
    >
      {letter && query.data && (
        <IssuedPaper html={query.data.html} title={`${t(`level.${letter.level}`)} ${letter.number}`} hash={letter.hash} printed={letter.printed}>
          <dt>{t('sent.customerName')}</dt><dd>{letter.customerCode} {letter.customerName}</dd>
          <dt>{t('view.total')}</dt><dd><MoneyText value={letter.amount} strong /> {letter.currency}</dd>
          <dt>{t('sent.issuedOn')}</dt><dd><DayText value={letter.issuedOn} /></dd>
          <dt>{t('sent.payBy')}</dt><dd><DayText value={letter.payBy} /></dd>
          <dt>{t('view.sender')}</dt><dd>{letter.issuedBy}</dd>
          <PaperDeliveries paper="letter" id={letter.id} />
        </IssuedPaper>
      )}
      {sending.dialogs}
    </PageFrame>
  )
}

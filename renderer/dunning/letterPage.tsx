/** One letter as it was issued, with its prints; printing it again marks it 补打. Keys: Ctrl+P prints, Ctrl+E saves the PDF. */
import { FilePdfOutlined, PrinterOutlined, TeamOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DayText, InstantText } from '../ui/day.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { PaperFrame } from '../ui/paper.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { useLetterPaper } from './printLetters.ts'
import './dunning.css'

type Way = 'pdf' | 'print' | 'dialog' | 'browser'
const isWay = (how: string): how is Way => how === 'pdf' || how === 'print' || how === 'dialog' || how === 'browser'

export default function LetterPage() {
  const { t } = useTranslation('dunning')
  const { params } = usePage('letter')
  const { print, savePdf } = useLetterPaper()
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
  usePageTitle(letter?.number)

  return (
    <PageFrame
      title={letter ? `${t(`level.${letter.level}`)} ${letter.number}` : t('title')}
      query={query}
      actions={[
        { key: 'print', label: again ? t('view.reprint') : t('view.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: !letter, onRun: () => print([params.id]) },
        { key: 'pdf', label: again ? t('view.pdfAgain') : t('view.pdf'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: !letter, onRun: () => savePdf(params.id) },
        { key: 'customer', label: t('view.customer'), shortcut: 'Alt+C', icon: <TeamOutlined />, disabled: !letter, onRun: () => letter && openPage('customer', { id: letter.customerId }) },
      ]}
    >
      {letter && query.data && (
        <div className="letter-view">
          <PaperFrame html={query.data.html} title={`${t(`level.${letter.level}`)} ${letter.number}`} />
          <aside className="card letter-facts">
            <h2>{t('view.facts')}</h2>
            <dl>
              <dt>{t('sent.customerName')}</dt><dd>{letter.customerCode} {letter.customerName}</dd>
              <dt>{t('view.total')}</dt><dd><MoneyText value={letter.amount} strong /> {letter.currency}</dd>
              <dt>{t('sent.issuedOn')}</dt><dd><DayText value={letter.issuedOn} /></dd>
              <dt>{t('sent.payBy')}</dt><dd><DayText value={letter.payBy} /></dd>
              <dt>{t('view.sender')}</dt><dd>{letter.issuedBy}</dd>
              <dt>{t('view.hash')}</dt><dd className="letter-hash">{letter.hash}</dd>
            </dl>
            <h2>{t('view.history')}</h2>
            {letter.printed.length === 0 && <p className="quiet">{t('view.never')}</p>}
            <ol className="letter-prints">
              {letter.printed.map((each) => (
                <li key={each.at}>
                  <InstantText value={each.at} /> <span>{each.by}</span> <span className="quiet">{isWay(each.how) ? t(`view.ways.${each.how}`) : each.how}</span>{' '}
                  <Tag color={each.reprint ? 'red' : 'default'}>{each.reprint ? t('view.reprintMark') : t('view.original')}</Tag>
                </li>
              ))}
            </ol>
          </aside>
        </div>
      )}
    </PageFrame>
  )
}

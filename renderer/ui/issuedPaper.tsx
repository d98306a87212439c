/**
 * A paper that was issued (letter, receipt voucher): the page as it prints, its facts, and every print of it.
 *
 *     <IssuedPaper html={html} title={…} hash={letter.hash} printed={letter.printed}><dt>…</dt><dd>…</dd></IssuedPaper>
 */
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintNote } from '../../shared/paper.ts'
import { InstantText } from './day.tsx'
import { PaperFrame } from './paper.tsx'

type Way = 'pdf' | 'print' | 'dialog' | 'browser'
const isWay = (how: string): how is Way => how === 'pdf' || how === 'print' || how === 'dialog' || how === 'browser'

interface IssuedPaperProps {
  html: string
  title: string
  /** Above the facts: what the reader must know first. */
  notice?: ReactNode
  hash: string
  /** Left out for a paper whose prints are not counted. */
  printed?: readonly PrintNote[]
  /** The facts, as dt and dd. */
  children: ReactNode
}

export function IssuedPaper({ html, title, notice, hash, printed, children }: IssuedPaperProps) {
  const { t } = useTranslation('ui')
  return (
    <div className="issued-paper">
      <PaperFrame html={html} title={title} />
      <aside className="card paper-facts">
        {notice}
        <h2>{t('paper.facts')}</h2>
        <dl>
          {children}
          <dt>{t('paper.hash')}</dt><dd className="paper-hash">{hash}</dd>
        </dl>
        {printed && <h2>{t('paper.history')}</h2>}
        {printed?.length === 0 && <p className="quiet">{t('paper.never')}</p>}
        <ol className="paper-prints">
          {printed?.map((each) => (
            <li key={each.at}>
              <InstantText value={each.at} /> <span>{each.by}</span> <span className="quiet">{isWay(each.how) ? t(`paper.ways.${each.how}`) : each.how}</span>{' '}
              <Tag color={each.reprint ? 'red' : 'default'}>{each.reprint ? t('paper.reprintMark') : t('paper.original')}</Tag>
            </li>
          ))}
        </ol>
      </aside>
    </div>
  )
}

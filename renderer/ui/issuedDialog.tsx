/** What was just issued (letters, receipt vouchers): the numbers, what was left out and why, and the way to the printer. */
import { useTranslation } from 'react-i18next'
import type { Money } from '../../shared/money.ts'
import { ActionDialog } from './dialogs.tsx'
import { MoneyText } from './money.tsx'
import { KEYS } from './shortcut.ts'

interface IssuedDialogProps {
  open: boolean
  title: string
  hint: string
  papers: readonly { id: number; number: string; name: string; amount: Money }[]
  /** Words that stand above those that were left out. */
  leftOutTitle: string
  leftOut: readonly { name: string; why: string }[]
  onPrint: (ids: number[]) => Promise<void>
  onShow: (id: number) => void
  onClose: () => void
}

export function IssuedDialog({ open, title, hint, papers, leftOutTitle, leftOut, onPrint, onShow, onClose }: IssuedDialogProps) {
  const { t } = useTranslation('ui')
  const show = (id: number): void => {
    onClose()
    onShow(id)
  }
  return (
    <ActionDialog
      open={open}
      title={title}
      onClose={onClose}
      actions={[
        { key: 'print', label: t('paper.printAll'), shortcut: KEYS.print, kind: 'primary', hidden: papers.length === 0, onRun: () => onPrint(papers.map((paper) => paper.id)) },
        { key: 'close', label: t('action.close'), onRun: onClose },
      ]}
    >
      <p className="quiet">{hint}</p>
      <ul className="issued-papers">
        {papers.map((paper) => (
          <li key={paper.id}>
            <button type="button" className="paper-link" onClick={() => show(paper.id)}>{paper.number}</button>
            <span className="issued-name">{paper.name}</span>
            <MoneyText value={paper.amount} />
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <p>{leftOutTitle}</p>
          <ul className="issued-papers">
            {leftOut.map((each) => <li key={each.name}><span className="issued-name">{each.name}</span><span className="quiet">{each.why}</span></li>)}
          </ul>
        </>
      )}
    </ActionDialog>
  )
}

/** What a run has issued: the numbers, who was left out and why, and the way to the printer. */
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../shared/dunning/schemas.ts'
import { openPage } from '../navigation.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { MoneyText } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useLeftOutWords } from './letterWords.ts'
import { useLetterPaper } from './printLetters.ts'

export interface Issued {
  letters: LetterRow[]
  leftOut: { name: string; reason: string }[]
}

export function IssuedDialog({ issued, onClose }: { issued: Issued | undefined; onClose: () => void }) {
  const { t } = useTranslation(['dunning', 'ui'])
  const words = useLeftOutWords()
  const { print } = useLetterPaper()
  const letters = issued?.letters ?? []
  const [first, last] = [letters[0], letters.at(-1)]
  const show = (id: number): void => {
    onClose()
    openPage('letter', { id })
  }
  return (
    <ActionDialog
      open={issued !== undefined}
      title={first && last && letters.length > 1 ? t('issue.done', { count: letters.length, first: first.number, last: last.number }) : t('issue.doneOne', { number: first?.number ?? '' })}
      onClose={onClose}
      actions={[
        { key: 'print', label: t('issue.printAll'), shortcut: KEYS.print, kind: 'primary', hidden: letters.length === 0, onRun: () => print(letters.map((letter) => letter.id)) },
        { key: 'close', label: t('ui:action.close'), onRun: onClose },
      ]}
    >
      <p className="quiet">{t('issue.next')}</p>
      <ul className="issued-letters">
        {letters.map((letter) => (
          <li key={letter.id}>
            <button type="button" className="letter-link" onClick={() => show(letter.id)}>{letter.number}</button>
            <span className="issued-name">{letter.customerName}</span>
            <MoneyText value={letter.amount} />
          </li>
        ))}
      </ul>
      {issued && issued.leftOut.length > 0 && (
        <>
          <p>{t('issue.leftOut', { count: issued.leftOut.length })}</p>
          <ul className="issued-letters">
            {issued.leftOut.map((each) => <li key={each.name}><span className="issued-name">{each.name}</span><span className="quiet">{words(each.reason)}</span></li>)}
          </ul>
        </>
      )}
    </ActionDialog>
  )
}

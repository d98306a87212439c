/** Several files at once: one line each with its account, what is new in it and how it stands; the arrow keys show another. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isReady, type StatementFile } from './useStatementFiles.ts'

export function StatementFiles({ files, shown, onShow }: { files: readonly StatementFile[]; shown: number; onShow: (id: number) => void }) {
  const { t } = useTranslation(['bank', 'files'])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = files.findIndex((file) => file.id === shown) + step
    const next = files[index]
    if (!next) return
    onShow(next.id)
    event.currentTarget.querySelectorAll('button')[index]?.focus()
  }
  function stateOf(file: StatementFile): { text: string; className: string } {
    const { inspection } = file
    if (file.result) return { text: t('bank:file.done'), className: 'statement-good' }
    if (!inspection) return { text: file.error === undefined ? t('bank:file.reading') : '!', className: 'quiet' }
    if (inspection.problemCount > 0) return { text: `${t('files:problems.title')} ${inspection.problemCount}`, className: 'negative' }
    if (inspection.account.bankAccountId === null) return { text: t('bank:file.chooseAccount'), className: 'negative' }
    return { text: isReady(file) ? `${t('bank:file.newLines')} ${inspection.newLines}` : t('bank:file.states.duplicate'), className: isReady(file) ? 'statement-good' : 'quiet' }
  }
  return (
    <div className="statement-files" role="listbox" aria-label={t('bank:file.files')} onKeyDown={onKeyDown}>
      {files.map((file) => {
        const { text, className } = stateOf(file)
        return (
          <button key={file.id} type="button" role="option" aria-selected={file.id === shown} tabIndex={file.id === shown ? 0 : -1} onClick={() => onShow(file.id)}>
            <span className="statement-file-name">{file.draft.file.name}</span>
            <span className="quiet">{file.inspection?.account.bankAccount}</span>
            <span className={className}>{text}</span>
          </button>
        )
      })}
    </div>
  )
}

/** Says of what class a line is: its digit, or the arrow keys and Enter. */
import { Alert } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_CLASSES, type LineClass, type StatementLine } from '../../shared/bank/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { api } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { useErrorWords } from '../ui/refusal.ts'

/** Customers pay in; suppliers and customers are paid out. */
const IMPOSSIBLE: Record<StatementLine['direction'], readonly LineClass[]> = { in: ['payment', 'refund'], out: ['receipt'] }

export function ClassifyDialog({ line, onClose, onDone }: { line: StatementLine; onClose: () => void; onDone: (name: string) => void }) {
  const { t } = useTranslation('bank')
  const words = useErrorWords()
  const [error, setError] = useState<unknown>()
  const [requestId] = useState(() => crypto.randomUUID())
  const classes = LINE_CLASSES.filter((name) => !IMPOSSIBLE[line.direction].includes(name))

  async function choose(name: LineClass | undefined): Promise<void> {
    if (!name) return
    try {
      if (name !== line.class) await api.bank.classify({ lineIds: [line.id], class: name, version: line.version, requestId })
      onClose()
      if (name !== line.class) onDone(t(`class.${name}`))
    } catch (refused) {
      setError(refused)
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    if (step !== 0) buttons[(buttons.findIndex((button) => button === document.activeElement) + step + buttons.length) % buttons.length]?.focus()
    else if (/^[1-9]$/.test(event.key)) void choose(classes[Number(event.key) - 1])
    else return
    event.preventDefault()
  }

  return (
    <ActionDialog open title={t('classify.title')} width={380} onClose={onClose} actions={[]}>
      <p>{t('classify.text', { counterparty: line.counterparty, amount: formatMoney(line.amount) })}</p>
      {error !== undefined && <Alert type="error" showIcon title={words(error)} />}
      <div className="class-choice" onKeyDown={onKeyDown}>
        {classes.map((name, index) => (
          <button key={name} type="button" autoFocus={name === line.class} onClick={() => void choose(name)}>{t(`class.${name}`)}<kbd>{index + 1}</kbd></button>
        ))}
      </div>
      <p className="quiet">{t('classify.hint')}</p>
    </ActionDialog>
  )
}

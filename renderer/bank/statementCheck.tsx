/** One file before it is imported: its account, what it holds, whether its balances follow, its columns, problems and lines. */
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementInspection } from '../../shared/bank/fileSchemas.ts'
import { LINE_CLASSES } from '../../shared/bank/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { countOf } from '../../shared/sheets/skipped.ts'
import { api } from '../api.ts'
import { BankAccountDialog } from '../settings/bankAccountDialog.tsx'
import { useSession } from '../shell/session.tsx'
import { Count, Counts } from '../ui/counts.tsx'
import { FileCheck } from '../ui/fileCheck.tsx'
import { FilePassword, UnreadFiles } from '../ui/fileNotes.tsx'
import { DateOrderField, PlaceFields } from '../ui/filePlace.tsx'
import { LeftOut } from '../ui/leftOut.tsx'
import { withPlace } from '../ui/mapping.ts'
import { MoneyText } from '../ui/money.tsx'
import { ProblemList } from '../ui/problemList.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { StatementPreview } from './statementPreview.tsx'
import type { StatementDraft } from './useStatementFiles.ts'

interface CheckProps {
  draft: StatementDraft
  inspection: StatementInspection
  onChange: (draft: StatementDraft) => void
}

export function StatementCheck({ draft, inspection, onChange }: CheckProps) {
  const { t } = useTranslation(['bank', 'files'])
  // A file that cannot be read has neither columns nor lines.
  if (inspection.format === '') {
    return <><Verdict inspection={inspection} /><FilePassword problems={inspection.problems} onPassword={(password) => onChange({ ...draft, password })} /><ProblemList problems={inspection.problems} /></>
  }
  return (
    <>
      <div className="file-options">
        <AccountField draft={draft} inspection={inspection} onChange={onChange} />
        <PlaceFields sheets={inspection.sheets} sheet={inspection.sheet} headerRow={draft.headerRow ?? inspection.headerRow} onChange={(place) => onChange(withPlace(draft, place))} />
        <DateOrderField value={inspection.dateOrder} certain={inspection.dateOrderCertain} asked={inspection.problems.some(({ code }) => code === 'DATE_ORDER')} onChange={(dateOrder) => onChange({ ...draft, dateOrder })} />
      </div>
      <Findings inspection={inspection} />
      <LeftOut inspection={inspection} />
      <Verdict inspection={inspection} />
      <UnreadFiles files={inspection.unreadFiles} />
      <FileCheck
        draft={draft}
        inspection={inspection}
        title={t('bank:file.preview')}
        first={t('bank:file.previewFirst', { count: inspection.preview.length })}
        renderPreview={(onRow) => <StatementPreview inspection={inspection} onRow={onRow} />}
        onChange={onChange}
      />
    </>
  )
}

/** The account of the lines: as the file tells, else as the clerk chooses; one that is new to the ledger is created here. */
function AccountField({ draft, inspection: { account }, onChange }: CheckProps) {
  const { t } = useTranslation('bank')
  const { can } = useSession()
  const [creating, setCreating] = useState(false)
  const accounts = useQuery((signal) => api.settings.bankAccounts(undefined, { signal }), [], ['settings'])
  const unknown = account.bankAccountId === null
  return (
    <>
      <label>
        <span>{t('file.account')}</span>
        <Select
          aria-label={t('file.account')}
          className="statement-account"
          status={unknown ? 'error' : ''}
          placeholder={t('file.chooseAccount')}
          value={accounts.data ? (account.bankAccountId ?? undefined) : undefined}
          options={(accounts.data ?? []).map(({ id, name, number }) => ({ value: id, label: number === '' ? name : `${name}  ${number}` }))}
          onChange={(bankAccountId: number) => onChange({ ...draft, bankAccountId })}
        />
        {!unknown && <span className="quiet">{t(`file.how.${account.how}`)}</span>}
      </label>
      {unknown && <span className="negative">{account.number === '' ? t('file.noNumber') : t('file.unknownNumber', { number: account.number })}</span>}
      {unknown && (can('settings.write')
        ? <Button onClick={() => setCreating(true)}>{t('file.createAccount')}</Button>
        : <span className="quiet">{t('file.askAdministrator')}</span>)}
      {creating && (
        <BankAccountDialog
          account={null}
          preset={{ number: account.number, bank: account.bank, name: account.bank === '' ? '' : `${account.bank}${account.number.slice(-4)}` }}
          onClose={() => setCreating(false)}
          onSaved={({ id }) => onChange({ ...draft, bankAccountId: id })}
        />
      )}
    </>
  )
}

function Findings({ inspection }: { inspection: StatementInspection }) {
  const { t } = useTranslation('bank')
  const skipped = countOf(inspection.skipped)
  const classes = LINE_CLASSES.filter((name) => inspection.byClass[name] > 0)
  return (
    <Counts>
      <Count label={t('file.newLines')}><b>{inspection.newLines}</b>{classes.length > 0 && <span className="quiet"> {classes.map((name) => `${t(`class.${name}`)} ${inspection.byClass[name]}`).join(' · ')}</span>}</Count>
      <Count label={t('file.duplicates')}>{inspection.duplicates}</Count>
      {inspection.perhaps.length > 0 && <Count label={t('twins.found')}>{inspection.perhaps.length}</Count>}
      {skipped > 0 && <Count label={t('file.skipped')}>{skipped}</Count>}
      <Count label={t('file.received')}><MoneyText value={inspection.received} strong /></Count>
      <Count label={t('file.paid')}><MoneyText value={inspection.paid} strong /></Count>
      {inspection.firstOn && <Count label={t('file.period')}>{inspection.firstOn} – {inspection.lastOn}</Count>}
      {inspection.opening !== null && <Count label={t('file.opening')}><MoneyText value={inspection.opening} /></Count>}
      {inspection.closing !== null && <Count label={t('file.closing')}><MoneyText value={inspection.closing} /></Count>}
    </Counts>
  )
}

const BREAKS_SHOWN = 3

/** Whether it can be imported, and whether lines are missing from it. */
function Verdict({ inspection }: { inspection: StatementInspection }) {
  const { t } = useTranslation(['bank', 'files'])
  const { problemCount, breaks, newLines, closing, perhaps } = inspection
  const chain = breaks.length > 0 ? '' : closing === null ? t('bank:file.chainNone') : t('bank:file.chainWhole')
  const said = problemCount > 0 ? t('files:problems.some', { count: problemCount }) : newLines === 0 ? t('bank:file.nothingNew') : t('bank:file.ready')
  return (
    <>
      <Alert type={problemCount > 0 ? 'error' : newLines === 0 ? 'info' : 'success'} showIcon title={[said, problemCount > 0 || inspection.format === '' ? '' : chain].filter((part) => part !== '').join(' · ')} />
      {inspection.notes.map(({ code, params }) => (
        <Alert
          key={code + String(params.side)}
          type="warning"
          showIcon
          title={code === 'cardNumber' ? t('bank:file.notes.cardNumber', { number: String(params.number) }) : code === 'directionsTurned' ? t('bank:file.notes.directionsTurned') : t('bank:file.notes.totalsDiffer', {
            side: t(params.side === 'in' ? 'bank:direction.in' : 'bank:direction.out'), stated: formatMoney(Number(params.stated)), read: formatMoney(Number(params.read)),
          })}
        />
      ))}
      {perhaps.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={[
            t('bank:twins.explain', { count: perhaps.length }),
            ...perhaps.slice(0, BREAKS_SHOWN).map(({ row, known }) => t('bank:twins.pair', { row, day: known.on, counterparty: known.counterparty, amount: formatMoney(known.amount) })),
          ].join(' ')}
        />
      )}
      {breaks.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={[
            t('bank:file.chainBroken', { count: breaks.length }),
            ...breaks.slice(0, BREAKS_SHOWN).map(({ row, on, expected, found }) => t('bank:file.chainBreak', { row, day: on, expected: formatMoney(expected), found: formatMoney(found) })),
          ].join(' ')}
        />
      )}
    </>
  )
}

/** What of an imported file did not become lines: what was skipped with its money, and the rows that a person left out and why. */
import { useTranslation } from 'react-i18next'
import { hasRest, type StatementRest } from '../../shared/bank/fileSchemas.ts'
import type { StatementRow } from '../../shared/bank/schemas.ts'
import { api } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { placeText } from '../ui/filePlace.tsx'
import { LeftOut } from '../ui/leftOut.tsx'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import './bank.css'

export function StatementRestDialog({ statement, onClose }: { statement: StatementRow; onClose: () => void }) {
  const { t } = useTranslation(['bank', 'ui'])
  const { data, error, refresh } = useQuery((signal) => api.bank.rest({ id: statement.id }, { signal }), [statement.id], ['bank'])
  return (
    <ActionDialog open title={t('bank:statements.restTitle', { file: statement.fileName })} width={620} onClose={onClose} actions={[{ key: 'close', label: t('ui:action.close'), onRun: onClose }]}>
      <div className="statement-rest" data-testid="statement-rest">
        {data ? <Rest rest={data} /> : error === undefined ? <LoadingState /> : <ErrorState error={error} onRetry={refresh} />}
      </div>
    </ActionDialog>
  )
}

function Rest({ rest }: { rest: StatementRest }) {
  const { t } = useTranslation(['bank', 'files'])
  if (!hasRest(rest)) return <p className="quiet">{t('bank:statements.restNone')}</p>
  return (
    <>
      <LeftOut inspection={rest} />
      {rest.leftOut.length > 0 && (
        <>
          <h3>{t('bank:statements.restByHand')}</h3>
          <ul>
            {rest.leftOut.map((row) => <li key={placeText(row)}>{t('files:leaveOut.one', { place: placeText(row), reason: row.reason })}<span className="quiet">{row.text}</span></li>)}
          </ul>
        </>
      )}
    </>
  )
}

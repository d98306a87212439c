/** What an import has stored, and the way on to matching. */
import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StatementResult } from '../../shared/bank/fileSchemas.ts'
import { LINE_CLASSES } from '../../shared/bank/schemas.ts'
import { openPage } from '../navigation.ts'

export function StatementDone({ results, onMatch, onAgain }: { results: readonly StatementResult[]; onMatch: () => void; onAgain: () => void }) {
  const { t } = useTranslation('bank')
  const total = (pick: (result: StatementResult) => number): number => results.reduce((sum, result) => sum + pick(result), 0)
  const lines = total((result) => result.lines)
  const open = total((result) => result.open)
  const perhaps = total((result) => result.perhaps)
  const duplicates = total((result) => result.duplicates)
  const classes = LINE_CLASSES.map((name) => ({ name, count: total((result) => result.byClass[name]) })).filter(({ count }) => count > 0)
  return (
    <Result
      status={lines > 0 ? 'success' : 'info'}
      title={lines > 0 ? t('done.title', { count: lines }) : t('done.nothing')}
      subTitle={
        <div className="statement-facts">
          <p>{results.map((result) => result.fileName).join(' · ')}</p>
          {classes.length > 0 && <p>{classes.map(({ name, count }) => `${t(`class.${name}`)} ${count}`).join(' · ')}</p>}
          <p>{[open > 0 ? t('done.facts', { open }) : '', perhaps > 0 ? `${t('twins.found')} ${perhaps}` : '', duplicates > 0 ? t('done.duplicates', { count: duplicates }) : ''].filter((part) => part !== '').join(' · ')}</p>
        </div>
      }
      extra={[
        ...(open > 0 ? [<Button key="match" type="primary" autoFocus onClick={onMatch}>{t('done.match')}</Button>] : []),
        ...(perhaps > 0 ? [<Button key="perhaps" onClick={() => openPage('statementLines', { tab: 'perhaps' })}>{t('twins.found')} {perhaps}</Button>] : []),
        <Button key="again" autoFocus={open === 0} onClick={onAgain}>{t('done.again')}</Button>,
        <Button key="statements" onClick={() => openPage('statements')}>{t('done.statements')}</Button>,
      ]}
    />
  )
}

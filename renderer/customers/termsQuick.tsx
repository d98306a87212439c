/**
 * Terms typed as the office writes them (票后60天, 次月25日, 30%预付70%发货前). A word that is not understood is named. What
 * 30天月结 means the office is asked once, and the answer is a setting.
 */
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readTerms, type MonthEndOrder } from '../../shared/terms/reading.ts'
import type { Terms } from '../../shared/terms/schemas.ts'
import { api, invalidate } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { useQuery } from '../ui/useQuery.ts'
import './customers.css'

interface TermsQuickProps {
  id?: string
  placeholder: string
  onRead: (terms: Terms) => void
  /** What is said while nothing is wrong or asked. */
  hint: ReactNode
  /** What stands beside the line that is typed. */
  children?: ReactNode
  /** What stands below it, above everything that is said of it. */
  parts?: ReactNode
}

export function TermsQuick({ id, placeholder, onRead, hint, children, parts }: TermsQuickProps) {
  const { t } = useTranslation('customers')
  const { can } = useSession()
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  /** What was answered here counts at once, before the settings come back. */
  const [answered, setAnswered] = useState<MonthEndOrder | null>(null)
  const order = answered ?? settings.data?.options.monthEndOrder ?? 'unasked'

  function take(): void {
    setUnknown(null)
    if (typed.trim() === '') return
    const read = readTerms(typed, order === 'before' ? 'before' : 'after')
    if ('unknown' in read) return setUnknown(read.unknown)
    setAsked(read.asks && order === 'unasked' && can('settings.write') ? typed : null)
    onRead(read.terms)
    return setTyped('')
  }

  async function answer(monthEndOrder: MonthEndOrder): Promise<void> {
    const read = readTerms(asked ?? '', monthEndOrder)
    setAsked(null)
    setAnswered(monthEndOrder)
    if (!('unknown' in read)) onRead(read.terms)
    // Another seat may have changed the settings since; the answer is one option of them, and the newest one stands.
    const { version } = await api.settings.get()
    await api.settings.update({ options: { monthEndOrder }, version })
    invalidate('settings')
  }

  return (
    <>
      <div className="terms-parts">
        <Input
          id={id}
          className="terms-quick"
          aria-label={t('terms.quick')}
          placeholder={placeholder}
          autoComplete="off"
          maxLength={200}
          status={unknown === null ? '' : 'error'}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take()
          }}
        />
        {children}
      </div>
      {parts}
      {asked !== null && (
        <div className="field-hint" role="status">
          {t('terms.orderAsk', { text: asked })}
          <Button size="small" type="link" onClick={() => void answer('after')}>{t('terms.order.after')}</Button>
          <Button size="small" type="link" onClick={() => void answer('before')}>{t('terms.order.before')}</Button>
        </div>
      )}
      {unknown === null ? hint : <div className="field-error" role="alert">{t('terms.quickWrong', { word: unknown })}</div>}
    </>
  )
}

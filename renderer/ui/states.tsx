/**
 * What stands where there are no data (yet): empty states teach what comes here and offer the way to it; error states
 * say what is wrong and offer another try.
 */
import { Alert, Button, Empty, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from './refusal.ts'

export function EmptyState({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <div className="empty-title">{title}</div>
            {hint && <div className="empty-hint">{hint}</div>}
          </>
        }
      >
        {children}
      </Empty>
    </div>
  )
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui')
  const words = useErrorWords()
  return (
    <div className="error-state" role="alert">
      <Alert type="error" showIcon title={words(error)} action={onRetry && <Button onClick={onRetry}>{t('state.retry')}</Button>} />
    </div>
  )
}

export function LoadingState() {
  return <div className="loading-state"><Spin delay={150} /></div>
}

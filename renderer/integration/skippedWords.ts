/** The reasons why an import skips rows in the words of the screen; what the backend adds later is shown by its code. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { integration } from '../locales/zh-CN/integration.ts'

type Reasons = keyof typeof integration.skipped

export function useSkippedWords(): (reason: string) => string {
  const { t, i18n } = useTranslation('integration')
  return useCallback((reason: string): string => (i18n.exists(`integration:skipped.${reason}`) ? t(`skipped.${reason as Reasons}`) : reason), [t, i18n])
}

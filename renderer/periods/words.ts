/** How the check list names its lines. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { zCheck, type CheckLine } from '../../shared/periods/schemas.ts'

export function useLineTitle(): (line: CheckLine) => string {
  const { t } = useTranslation('periods')
  return useCallback((line) => {
    if (line.name === '') return t(`check.lines.${line.check}`)
    return t(line.level === 'note' ? 'check.lines.accountNote' : 'check.lines.accountNamed', { name: line.name })
  }, [t])
}

/** What the event of a closing keeps of the warnings that were accepted ("unallocated:3 bankLines:2"), in words. */
export function useAcceptedWords(): (kept: string) => string {
  const { t } = useTranslation('periods')
  return useCallback((kept) => kept.split(' ').map((part) => {
    const [name, count] = part.split(':')
    const check = zCheck.safeParse(name)
    return check.success ? `${t(`check.lines.${check.data}`)} ${count ?? ''}` : part
  }).join('、'), [t])
}

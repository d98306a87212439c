/** How near the end of a limitation is, what an event did to it, and where a lawsuit stands: always in words, the color only helps. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_STAGES, CLOCK_LEVELS, INTERRUPTION_KINDS, type CaseStage, type ClockLevel, type Effect } from '../../shared/limitation/schemas.ts'

const LEVEL_COLORS: Record<ClockLevel, string> = { expired: 'purple', month1: 'error', month3: 'volcano', month6: 'gold', running: 'success', stopped: 'processing', notDue: 'default' }
const EFFECT_COLORS: Record<Effect, string> = { restarts: 'success', stops: 'processing', revives: 'warning', early: 'default', tooLate: 'error', none: 'default', takenBack: 'default' }
const STAGE_COLORS: Partial<Record<CaseStage, string>> = { filed: 'processing', accepted: 'processing', mediation: 'processing', hearing: 'processing', judgment: 'gold', enforcement: 'gold' }

export function LevelTag({ level }: { level: ClockLevel }) {
  const { t } = useTranslation('limitation')
  return <Tag color={LEVEL_COLORS[level]}>{t(`level.${level}`)}</Tag>
}

export function EffectTag({ effect }: { effect: Effect }) {
  const { t } = useTranslation('limitation')
  return <Tag color={EFFECT_COLORS[effect]}>{t(`effect.${effect}`)}</Tag>
}

export function StageTag({ stage }: { stage: CaseStage }) {
  const { t } = useTranslation('limitation')
  return <Tag color={STAGE_COLORS[stage] ?? 'default'}>{t(`stage.${stage}`)}</Tag>
}

/** The coded values in the words of the screen. */
export function useLimitationOptions() {
  const { t } = useTranslation('limitation')
  return useMemo(() => ({
    levels: CLOCK_LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
    kinds: INTERRUPTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    stages: CASE_STAGES.filter((value) => value !== 'filed').map((value) => ({ value, label: t(`stage.${value}`) })),
  }), [t])
}

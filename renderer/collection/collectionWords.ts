/** The coded values of the collection in the words of the screen. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_WAYS, DISPUTE_RESULTS, DISPUTE_STATES, PROMISE_STATES } from '../../shared/collection/schemas.ts'

export function useCollectionOptions() {
  const { t } = useTranslation('collection')
  return useMemo(() => ({
    ways: CONTACT_WAYS.map((value) => ({ value, label: t(`way.${value}`) })),
    promiseStates: PROMISE_STATES.map((value) => ({ value, label: t(`promiseState.${value}`) })),
    disputeStates: DISPUTE_STATES.map((value) => ({ value, label: t(`disputeState.${value}`) })),
    disputeResults: DISPUTE_RESULTS.map((value) => ({ value, label: t(`disputeState.${value}`) })),
  }), [t])
}

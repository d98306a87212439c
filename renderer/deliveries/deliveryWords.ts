/** Ways, outcomes and states of a delivery in the words of the screen. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DELIVERED_KINDS, DELIVERY_OUTCOMES, DELIVERY_STATES, DELIVERY_WAYS, type DeliveryState } from '../../shared/deliveries/schemas.ts'

export const STATE_COLORS: Record<DeliveryState, string> = { sent: 'default', arrived: 'blue', returned: 'red', slip: 'green' }

export function useDeliveryOptions() {
  const { t } = useTranslation('deliveries')
  return useMemo(() => ({
    kinds: DELIVERED_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })), ways: DELIVERY_WAYS.map((value) => ({ value, label: t(`way.${value}`) })),
    outcomes: DELIVERY_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })), states: DELIVERY_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
  }), [t])
}

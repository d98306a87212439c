/** The colours of what a request or a write-off has come to. */
export const STATUS_COLORS = { waiting: 'gold', approved: 'green', rejected: 'default', posted: 'green', reversed: 'default', reversal: 'red' } as const

/** How one paper was sent and what came of it, among its facts: `<PaperDeliveries paper="letter" id={id} />` within a dl. */
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { api } from '../api.ts'
import { InstantText } from '../ui/day.tsx'
import { useQuery } from '../ui/useQuery.ts'
import './deliveries.css'
import { DeliveryDialog } from './deliveryDialog.tsx'
import { STATE_COLORS } from './deliveryWords.ts'

const MOST = 50

export function PaperDeliveries({ paper, id }: { paper: DeliveredPaper; id: number }) {
  const { t } = useTranslation('deliveries')
  const query = useQuery(
    async (signal) => {
      const [page, attempts] = await Promise.all([api.deliveries.list({ paper, documentId: id, limit: MOST, withTotals: false }, { signal }), api.deliveries.mailAttempts({ paper, documentId: id }, { signal })])
      return { rows: page.rows, failed: attempts.filter((each) => !each.sent) }
    },
    [paper, id],
    ['deliveries'],
  )
  const [open, setOpen] = useState<number>()
  const rows = query.data?.rows ?? []
  return (
    <>
      <dt>{t('paper.title')}</dt>
      <dd className="paper-deliveries">
        {query.data && rows.length === 0 && <span className="quiet">{t('paper.never')}</span>}
        {rows.map((row) => (
          <Button key={row.id} type="link" size="small" onClick={() => setOpen(row.id)}>
            <span>{t('paper.record', { on: row.on, way: t(`way.${row.way}`), tracking: row.tracking })} <Tag color={STATE_COLORS[row.state]}>{t(`state.${row.state}`)} {row.outcomeOn}</Tag></span>
          </Button>
        ))}
        {query.data?.failed.map((each) => <span key={each.id} className="quiet"><InstantText value={each.postedAt} /> {t('paper.failed', { to: each.to, answer: each.answer })}</span>)}
        {open !== undefined && <DeliveryDialog id={open} onClose={() => setOpen(undefined)} />}
      </dd>
    </>
  )
}

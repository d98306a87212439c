/** Which open items a promise or a dispute is about: Tab goes through them, Space ticks. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StoryItem } from '../../shared/collection/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import './collection.css'

interface ItemChoiceProps {
  items: readonly StoryItem[]
  chosen: readonly number[]
  onChange: (chosen: number[]) => void
  id?: string
}

export function ItemChoice({ items, chosen, onChange, id }: ItemChoiceProps) {
  const { t } = useTranslation('collection')
  return (
    <div className="collection-choice" id={id} role="group">
      {items.map((item) => (
        <Checkbox
          key={item.itemId}
          checked={chosen.includes(item.itemId)}
          onChange={(event) => onChange(event.target.checked ? [...chosen, item.itemId] : chosen.filter((each) => each !== item.itemId))}
        >
          <span className="collection-choice-line">
            <span>{item.number}</span>
            <span className="quiet">{t('item.dueOn', { day: item.dueOn })}</span>
            <span className={item.daysOverdue > 0 ? 'negative' : 'quiet'}>{item.daysOverdue > 0 ? t('item.over', { count: item.daysOverdue }) : t('item.notDue')}</span>
            <span className="figure">{formatMoney(item.open)}</span>
          </span>
        </Checkbox>
      ))}
      {items.length === 0 && <span className="quiet">{t('item.none')}</span>}
    </div>
  )
}

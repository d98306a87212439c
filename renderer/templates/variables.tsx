/** The names that a wording may use: a click, or Alt+V and Enter, puts one in at the cursor. */
import { Button, Checkbox, Select, type RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACT_NAMES, type FactName } from '../../shared/templates/facts.ts'
import { usePageActive } from '../ui/pageContext.ts'
import { shownShortcut, useShortcut } from '../ui/shortcut.ts'

const GROUPS = {
  customer: FACT_NAMES.filter((name) => name.startsWith('customer.')),
  amounts: ['total', 'totalInWords', 'overdue', 'unallocated', 'credits', 'net', 'interest', 'fee', 'grandTotal', 'currency'],
  items: ['count', 'days', 'invoices', 'contracts', 'asOf', 'issuedOn', 'payBy'],
  lastLetter: FACT_NAMES.filter((name) => name.startsWith('lastLetter.')),
  company: [...FACT_NAMES.filter((name) => name.startsWith('company.')), 'sender'],
} as const satisfies Record<string, readonly FactName[]>
type Group = keyof typeof GROUPS
const GROUP_NAMES = Object.keys(GROUPS) as Group[]
const SEARCH_KEY = 'Alt+V'

export function Variables({ disabled, onInsert }: { disabled: boolean; onInsert: (text: string) => void }) {
  const { t } = useTranslation('templates')
  const [bold, setBold] = useState(false)
  const search = useRef<RefSelectProps>(null)
  const active = usePageActive()
  useShortcut(SEARCH_KEY, () => search.current?.focus(), active && !disabled)
  const insert = (name: FactName): void => onInsert(`{{ ${name}${bold ? ' | bold' : ''} }}`)
  return (
    <section className="template-variables" aria-label={t('insert.title')}>
      <div className="template-variables-head">
        <Select<FactName | null>
          ref={search}
          className="template-variable-search"
          aria-label={t('insert.search')}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={disabled}
          value={null}
          placeholder={<>{t('insert.search')}<kbd>{shownShortcut(SEARCH_KEY)}</kbd></>}
          options={GROUP_NAMES.map((group) => ({ label: t(`group.${group}`), options: GROUPS[group].map((name) => ({ value: name, label: `${t(`variable.${name}`)} ${name}` })) }))}
          onChange={(name) => name && insert(name)}
        />
        <Checkbox checked={bold} disabled={disabled} onChange={(event) => setBold(event.target.checked)}>{t('insert.bold')}</Checkbox>
        <span className="quiet">{t('insert.hint')}</span>
      </div>
      <div className="template-chips">
        {FACT_NAMES.map((name) => (
          // The text area keeps the cursor: a press on a button would take it away.
          <Button key={name} size="small" tabIndex={-1} disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={() => insert(name)}>
            {t(`variable.${name}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

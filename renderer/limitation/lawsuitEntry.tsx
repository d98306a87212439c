/** 登记案件: whose debts, before which court, how much is claimed and since when. From that day their clocks stand still. */
import { App, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { sumOf, type Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { ItemChoice } from '../collection/itemChoice.tsx'
import { openPage } from '../navigation.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'

interface Draft {
  customer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  itemIds: number[]
  court: string
  claim: Money | null
  filedOn: Day | null
  lawyer: string
  note: string
}

export function LawsuitEntry({ customerId }: { customerId: number | undefined }) {
  const { t } = useTranslation('limitation')
  const { message } = App.useApp()
  const page = usePage('lawsuit')
  const [draft, setDraft] = useState<Draft>({ customer: null, itemIds: [], court: '', claim: null, filedOn: today(), lawyer: '', note: '' })
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  // A row of keys may change a field and post within one event; posting must see the change.
  const latest = useRef(draft)
  const requestId = useRef(crypto.randomUUID())
  const id = draft.customer?.id
  const story = useQuery(async (signal) => (id === undefined ? undefined : api.collection.story({ customerId: id }, { signal })), [id], ['collection', 'invoices', 'receipts'])
  const items = (story.data?.customerId === id ? story.data?.items : undefined) ?? []
  useEffect(() => page.setDirty(draft.customer !== null && draft.court !== ''), [draft.customer, draft.court])
  useEffect(() => {
    if (customerId === undefined) return
    api.customers.get({ id: customerId }).then((customer) => latest.current.customer === null && change({ customer }), () => undefined)
  }, [customerId])

  function change(next: Partial<Draft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
    setProblems({})
  }
  const chosen = (): Money => sumOf(items.filter((item) => latest.current.itemIds.includes(item.itemId)), (item) => item.open)

  async function post(): Promise<void> {
    const { customer, itemIds, court, claim, filedOn, lawyer, note } = latest.current
    if (!customer) return setProblems({ customerId: t('problem.customer') })
    if (court.trim() === '') return setProblems({ court: t('problem.court') })
    if (itemIds.length === 0) return setProblems({ itemIds: t('problem.items') })
    if (claim === null || claim <= 0) return setProblems({ claim: t('problem.claim') })
    if (filedOn === null) return setProblems({ filedOn: t('problem.day') })
    try {
      const filed = await api.limitation.fileLawsuit({ customerId: customer.id, itemIds, court, claim, filedOn, lawyer, note, requestId: requestId.current })
      page.setDirty(false)
      invalidate('limitation', 'collection', 'overview')
      message.success(t('filed', { number: filed.number }))
      page.close()
      openPage('lawsuit', { id: filed.id })
    } catch (refused) {
      // Another try is another request, since what it carries was mended.
      requestId.current = crypto.randomUUID()
      setError(refused)
    }
  }
  return (
    <PageFrame title={t('newLawsuit')} scroll actions={[{ key: 'post', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: post }]}>
      <div className="card" data-testid="lawsuit-entry">
        <DocumentForm columns={3} error={error} problems={problems}>
          <Field name="customerId" label={t('field.customer')} required>
            <Lookup autoFocus value={draft.customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(customer) => change({ customer, itemIds: [] })} />
          </Field>
          <Field name="court" label={t('field.court')} required><Input autoComplete="off" maxLength={120} value={draft.court} onChange={(event) => change({ court: event.target.value })} /></Field>
          <Field name="filedOn" label={t('field.filedOn')} required hint={t('filedHint')}><DayInput value={draft.filedOn} onChange={(filedOn) => change({ filedOn })} /></Field>
          <Field name="itemIds" label={t('field.items')} required span={3}>
            {draft.customer ? <ItemChoice items={items} chosen={draft.itemIds} onChange={(itemIds) => change({ itemIds })} /> : <span className="quiet">{t('chooseFirst')}</span>}
          </Field>
          <Field name="claim" label={t('field.claim')} required hint={t('claimFill')}><MoneyInput currency={items.find((item) => draft.itemIds.includes(item.itemId))?.currency} value={draft.claim} fill={chosen} onChange={(claim) => change({ claim })} /></Field>
          <Field name="lawyer" label={t('field.lawyer')}><Input autoComplete="off" maxLength={120} value={draft.lawyer} onChange={(event) => change({ lawyer: event.target.value })} /></Field>
          <Field name="note" label={t('field.note')}><Input autoComplete="off" maxLength={500} value={draft.note} onChange={(event) => change({ note: event.target.value })} /></Field>
        </DocumentForm>
      </div>
    </PageFrame>
  )
}

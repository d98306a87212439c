/**
 * Providing for bad debts (计提坏账准备): the day, the ages with their rates, customers judged by themselves; the required
 * balance, the one that is there, and the entry that makes up the difference. With an id: one that was saved.
 */
import { SettingOutlined } from '@ant-design/icons'
import { Alert, App, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvisionView } from '../../shared/badDebt/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DayInput, instantText } from '../ui/day.tsx'
import { DocumentForm, Fact, Field } from '../ui/documentForm.tsx'
import { EntryGrid } from '../ui/entryGrid.tsx'
import type { LookupItem } from '../ui/lookup.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { refusalOf } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { ErrorState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { EntryCard } from './entryCard.tsx'
import { BucketTable, ProvisionSums, SpecificTable } from './provisionParts.tsx'
import './badDebt.css'

export default function ProvisionPage() {
  const { params } = usePage('provision')
  return params.id === undefined ? <ProvisionRun /> : <SavedProvision id={params.id} />
}

/** A customer judged by itself; the rate in hundredths of a percent, which is how an amount field reads it. */
interface Judged {
  customer: LookupItem | null
  rate: Money | null
  note: string
}
const blankLine = (): Judged => ({ customer: null, rate: null, note: '' })

function ProvisionRun() {
  const { t } = useTranslation(['badDebt', 'settings'])
  const { message } = App.useApp()
  const { can } = useSession()
  const page = usePage('provision')
  const [asOf, setAsOf] = useState<Day | null>(() => today())
  const [currency, setCurrency] = useState<string>()
  const [lines, setLines] = useState<Judged[]>([])
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [requestId] = useState(() => crypto.randomUUID())
  const latest = useRef({ asOf, lines })
  latest.current = { asOf, lines }
  const specificOf = (from: readonly Judged[]) => from.flatMap(({ customer, rate, note }) => (customer && rate !== null ? [{ customerId: customer.id, rate, note }] : []))
  const specific = specificOf(lines)
  const preview = useQuery(
    async (signal) => (asOf === null ? null : api.badDebt.previewProvision({ asOf, currency, specific }, { signal })),
    [asOf, currency, JSON.stringify(specific)], ['badDebt', 'invoices', 'receipts', 'offsets', 'settings'],
  )
  const content = preview.data?.content
  useEffect(() => page.setDirty(lines.length > 0), [lines.length])

  async function post(): Promise<void> {
    const { asOf: day, lines: typed } = latest.current
    if (day === null) return setProblems({ asOf: t('badDebt:provision.dayMissing') })
    if (typed.some((line) => (line.customer === null) !== (line.rate === null))) return setProblems({ asOf: t('badDebt:provision.rateMissing') })
    let saved: ProvisionView
    try {
      saved = await api.badDebt.postProvision({ asOf: day, currency, specific: specificOf(typed), requestId })
    } catch (refused) {
      setError(refused)
      return
    }
    page.setDirty(false)
    invalidate('badDebt')
    message.success(t('badDebt:provision.posted', { number: saved.number }))
    page.close()
    openPage('provision', { id: saved.id })
  }

  const small = content?.standard === 'small'
  const shownError = error ?? (refusalOf(preview.error) ? preview.error : null)
  return (
    <PageFrame
      title={t('badDebt:provision.create')}
      scroll
      actions={[
        { key: 'post', label: t('badDebt:provision.post'), shortcut: KEYS.post, kind: 'primary', hidden: !can('badDebt.write'), disabled: small || !content, onRun: post },
        { key: 'rates', label: t('badDebt:provision.rates'), shortcut: 'Alt+T', icon: <SettingOutlined />, onRun: () => openPage('settings') },
      ]}
      extra={<span className="quiet">{t('badDebt:provision.base')}</span>}
    >
      <div className="provision" data-testid="provision-run">
        <div className="provision-parts">
          {small && <Alert type="info" showIcon title={t('badDebt:provision.noAllowance')} />}
          <div className="card">
            <DocumentForm columns={2} error={shownError} problems={problems}>
              <Field name="asOf" label={t('badDebt:provision.asOf')} required>
                <DayInput autoFocus value={asOf} onChange={(day) => { setAsOf(day); setError(null); setProblems({}) }} />
              </Field>
              {(preview.data?.currencies.length ?? 0) > 1 ? (
                <Field name="currency" label={t('badDebt:provision.currency')}>
                  <Select value={currency ?? content?.currency} options={preview.data?.currencies.map((value) => ({ value, label: value })) ?? []} onChange={(value: string) => setCurrency(value)} />
                </Field>
              ) : <></>}
            </DocumentForm>
          </div>
          {content && <BucketTable content={content} />}
          {!content && preview.error !== undefined && !refusalOf(preview.error) && <ErrorState error={preview.error} onRetry={preview.refresh} />}
          <h2 className="section-title">{t('badDebt:provision.specific')} <span className="quiet">{t('badDebt:provision.specificHint')}</span></h2>
          <EntryGrid<Judged>
            path="specific"
            rows={lines}
            error={shownError}
            newRow={blankLine}
            onChange={(next) => { setLines(next); setError(null) }}
            columns={[
              { field: 'customer', title: t('badDebt:provision.customer'), kind: 'lookup', find: (text, signal) => api.customers.lookup({ text }, { signal }) },
              { field: 'rate', title: t('badDebt:provision.rate'), kind: 'money', width: 120 },
              { field: 'note', title: t('badDebt:provision.note'), kind: 'text' },
            ]}
          />
          {content && content.specific.length > 0 && <SpecificTable content={content} />}
        </div>
        {content && !small && (
          <div className="provision-parts">
            <ProvisionSums content={content} />
            <EntryCard entry={preview.data?.entry ?? null} />
          </div>
        )}
      </div>
    </PageFrame>
  )
}

function SavedProvision({ id }: { id: number }) {
  const { t } = useTranslation('badDebt')
  const query = useQuery((signal) => api.badDebt.provision({ id }, { signal }), [id], ['badDebt'])
  const saved = query.data
  usePageTitle(saved?.number)
  return (
    <PageFrame title={t('title')} query={query} scroll actions={[{ key: 'new', label: t('provision.create'), shortcut: KEYS.create, onRun: () => openPage('provision', {}) }]}>
      {saved && (
        <div className="provision" data-testid="provision-document">
          <div className="provision-parts">
            <div className="form-grid columns-4 card">
              <Fact label={t('provision.number')}>{saved.number}</Fact>
              <Fact label={t('provision.asOf')}><span className="figure">{saved.asOf}</span></Fact>
              <Fact label={t('provision.postedBy')}>{saved.postedBy}</Fact>
              <Fact label={t('provision.postedAt')}><span className="figure">{instantText(saved.postedAt)}</span></Fact>
            </div>
            <BucketTable content={saved.content} />
            {saved.content.specific.length > 0 && <SpecificTable content={saved.content} />}
          </div>
          <div className="provision-parts">
            <ProvisionSums content={saved.content} />
            <EntryCard entry={saved.entry} />
          </div>
        </div>
      )}
    </PageFrame>
  )
}

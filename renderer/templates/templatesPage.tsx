/**
 * 函件模板: what is worded at the left, the words in the middle, and at the right the letter that they make for a real customer.
 * Keys: Ctrl+S saves, Alt+V a variable, Alt+H the versions.
 */
import { HistoryOutlined, SaveOutlined } from '@ant-design/icons'
import { App, Input, Segmented, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LETTER_LANGUAGES, LETTER_LEVELS, WORDING_PARTS, type LetterLanguage, type LetterLevel, type Look, type Wording } from '../../shared/templates/schemas.ts'
import { api, invalidate } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { useSession } from '../shell/session.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { refusalOf } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { useSettled } from '../ui/useSettled.ts'
import { LookForm } from './lookForm.tsx'
import { TemplatePreview, type PreviewCustomer } from './templatePreview.tsx'
import { ShownLook, ShownWording, VersionsDrawer } from './versionsDrawer.tsx'
import { WordingForm } from './wordingForm.tsx'
import './templates.css'

const LOOK = 'look'
/** Also who owes something within a week: the customer of a reminder. */
const DUE_SOON = -7
const keyOf = (level: LetterLevel, language: LetterLanguage): string => `${level} ${language}`
const sameWording = (one: Wording, other: Wording): boolean => WORDING_PARTS.every((part) => one[part] === other[part])

export default function TemplatesPage() {
  const { t } = useTranslation(['templates', 'dunning'])
  const { message } = App.useApp()
  const { can } = useSession()
  const { setDirty } = usePage('letterTemplates')
  const [language, setLanguage] = useState<LetterLanguage>(useLanguage())
  const [level, setLevel] = useState<LetterLevel>('reminder')
  const [place, setPlace] = useState<typeof LOOK | 'words'>('words')
  const [drafts, setDrafts] = useState<Readonly<Record<string, Wording>>>({})
  const [lookDraft, setLookDraft] = useState<Look>()
  /** The version in use when a draft was begun, by its key. */
  const [begun, setBegun] = useState<Readonly<Record<string, number>>>({})
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<unknown>()
  const [versionsOpen, setVersionsOpen] = useState(false)
  const [picked, setPicked] = useState<PreviewCustomer>()
  const readOnly = !can('settings.write')

  const list = useQuery((signal) => api.templates.list(undefined, { signal }), [], ['templates'])
  const looks = useQuery(async (signal) => (await api.templates.looks(undefined, { signal })).map(({ look, ...row }) => ({ ...row, what: look })), [], ['templates'])
  const versions = useQuery(
    async (signal) => (await api.templates.versions({ level, language }, { signal })).map(({ wording, ...row }) => ({ ...row, what: wording })), [level, language], ['templates'],
  )
  const owing = useQuery(
    async (signal) => (await api.dunning.candidates({ overDays: DUE_SOON }, { signal })).find((row) => row.overdue + row.dueSoon > 0), [], ['invoices', 'receipts', 'customers', 'collection'],
  )

  const row = list.data?.find((one) => one.level === level && one.language === language)
  const wording = drafts[keyOf(level, language)] ?? row?.wording
  const look = lookDraft ?? looks.data?.[0]?.what
  const changed = (one: { level: LetterLevel; language: LetterLanguage; wording: Wording }): boolean => {
    const draft = drafts[keyOf(one.level, one.language)]
    return draft !== undefined && !sameWording(draft, one.wording)
  }
  const lookChanged = lookDraft !== undefined && JSON.stringify(lookDraft) !== JSON.stringify(looks.data?.[0]?.what)
  const dirty = lookChanged || (list.data?.some(changed) ?? false)
  useEffect(() => setDirty(dirty), [dirty])

  const customer = picked ?? (owing.data && { id: owing.data.customerId, code: owing.data.code, name: owing.data.name })
  const asked = useSettled(JSON.stringify({ level, language, customerId: customer?.id, wording, look }))
  const drawn = useQuery(
    async (signal) => (customer && wording && look ? { of: keyOf(level, language), ...(await api.templates.preview({ level, language, customerId: customer.id, wording, look }, { signal })) } : undefined),
    [asked], ['invoices', 'receipts', 'customers', 'settings', 'templates'],
  )

  const here = place === LOOK ? lookChanged : row !== undefined && changed(row)
  const begin = (key: string, version = 0): void => setBegun((before) => (key in before ? before : { ...before, [key]: version }))
  const forget = (key: string): void => setBegun(({ [key]: _begun, ...others }) => others)
  async function save(): Promise<void> {
    try {
      if (place === LOOK && look) {
        const saved = await api.templates.saveLook({ ...look, version: begun[LOOK] ?? looks.data?.[0]?.version ?? 0, requestId: crypto.randomUUID() })
        setLookDraft(undefined)
        forget(LOOK)
        message.success(t('saved', { version: saved.version }))
      } else if (wording) {
        const saved = await api.templates.save({ level, language, wording, note, version: begun[keyOf(level, language)] ?? row?.version ?? 0, requestId: crypto.randomUUID() })
        setDrafts(({ [keyOf(level, language)]: _saved, ...others }) => others)
        forget(keyOf(level, language))
        setNote('')
        message.success(t('saved', { version: saved.version }))
      }
      setRefused(undefined)
      invalidate('templates', 'dunning')
    } catch (error) {
      setRefused(error)
      if (refusalOf(error)?.field === undefined) throw error
    }
  }
  const put = (next: Wording): void => {
    setRefused(undefined)
    begin(keyOf(level, language), row?.version)
    setDrafts((before) => ({ ...before, [keyOf(level, language)]: next }))
  }
  const putLook = (next: Look): void => {
    setRefused(undefined)
    begin(LOOK, looks.data?.[0]?.version)
    setLookDraft(next)
  }
  function go(next: typeof LOOK | LetterLevel): void {
    setRefused(undefined)
    setPlace(next === LOOK ? LOOK : 'words')
    if (next !== LOOK) setLevel(next)
  }
  const names = Object.fromEntries(LETTER_LEVELS.map((one) => [one, t(`dunning:level.${one}`)])) as Record<LetterLevel, string>
  const entry = (key: typeof LOOK | LetterLevel, name: string, version: number | undefined, unsaved: boolean) => (
    <button key={key} type="button" className="template-entry" aria-current={place === LOOK ? key === LOOK : key === level} onClick={() => go(key)}>
      <span>{name}</span>
      {unsaved ? <Tag color="orange">{t('changed')}</Tag> : <span className="quiet">{version === undefined ? '' : version === 0 ? t('builtIn') : t('version', { version })}</span>}
    </button>
  )

  return (
    <PageFrame
      title={t('title')}
      query={list}
      actions={[
        { key: 'save', label: t('save'), shortcut: KEYS.save, icon: <SaveOutlined />, kind: 'primary', onRun: save, hidden: readOnly, disabled: !here },
        { key: 'versions', label: t('versions.open'), shortcut: 'Alt+H', icon: <HistoryOutlined />, onRun: () => setVersionsOpen(true) },
      ]}
      extra={readOnly && <span className="quiet">{t('readOnly')}</span>}
    >
      <div className="templates">
        <nav className="template-list" aria-label={t('what')}>
          <Segmented<LetterLanguage> block aria-label={t('dunning:language.label')} value={language} options={LETTER_LANGUAGES.map((value) => ({ value, label: t(`dunning:language.${value}`) }))} onChange={setLanguage} />
          {LETTER_LEVELS.map((one) => {
            const own = list.data?.find((each) => each.level === one && each.language === language)
            return entry(one, names[one], own?.version, own !== undefined && changed(own))
          })}
          {entry(LOOK, t('look'), looks.data?.[0]?.version, lookChanged)}
        </nav>
        {place === LOOK
          ? look && <LookForm look={look} readOnly={readOnly} error={refused} onChange={putLook} />
          : wording && (
            <div className="template-middle">
              <WordingForm key={keyOf(level, language)} wording={wording} readOnly={readOnly} error={drawn.error} refused={refused} onChange={put} />
              {!readOnly && <Input aria-label={t('note')} addonBefore={t('note')} placeholder={t('noteHint')} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
            </div>
          )}
        <TemplatePreview of={keyOf(level, language)} customer={customer} drawn={drawn} onCustomer={setPicked} />
      </div>
      {versionsOpen && (place === LOOK
        ? <VersionsDrawer<Look> title={t('versions.title', { what: t('look') })} query={looks} readOnly={readOnly} Shown={ShownLook} onTake={(what) => taken(() => putLook(what))} onClose={() => setVersionsOpen(false)} />
        : <VersionsDrawer<Wording> title={t('versions.title', { what: names[level] })} query={versions} readOnly={readOnly} Shown={ShownWording} onTake={(what) => taken(() => put(what))} onClose={() => setVersionsOpen(false)} />)}
    </PageFrame>
  )

  function taken(take: () => void): void {
    take()
    setVersionsOpen(false)
    message.info(t('versions.taken'))
  }
}

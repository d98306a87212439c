/** The office's mailbox: server, sender and words. The password is kept on this machine and never shown again. */
import { App, Button, Input, InputNumber, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAIL_SECURITY, type MailSecurity, type MailSettings, type MailText } from '../../shared/deliveries/mailSchemas.ts'
import { MAIL_FACTS } from '../../shared/deliveries/mailText.ts'
import { DELIVERED_PAPERS, type DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { LANGUAGES, type Language } from '../../shared/host.ts'
import { api, invalidate } from '../api.ts'
import { LANGUAGE_NAMES, useLanguage } from '../locales/index.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { useRun } from '../ui/run.ts'
import { useQuery } from '../ui/useQuery.ts'
import './deliveries.css'

const PORTS: Record<MailSecurity, number> = { tls: 465, starttls: 587, none: 25 }

export function MailSettingsCard() {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const query = useQuery((signal) => api.deliveries.mailSettings(undefined, { signal }), [], ['deliveries'])
  const [changed, setChanged] = useState<MailSettings>()
  /** What stood when the first change was typed. */
  const [held, setHeld] = useState<number>()
  const [password, setPassword] = useState('')
  const [paper, setPaper] = useState<DeliveredPaper>('letter')
  const screen = useLanguage()
  const [typedLanguage, setLanguage] = useState<Language>()
  const [testTo, setTestTo] = useState('')
  const [error, setError] = useState<unknown>()
  const language = typedLanguage ?? screen
  const { run, busy } = useRun((refused) => {
    setError(refused)
    return true
  })
  const settings = changed ?? query.data?.settings
  if (!settings) return null
  const hold = (): void => setHeld((version) => version ?? query.data?.version)
  const change = (part: Partial<MailSettings>): void => {
    hold()
    setChanged({ ...settings, ...part })
  }
  const words = settings.texts[paper][language]
  const reword = (part: Partial<MailText>): void => change({ texts: { ...settings.texts, [paper]: { ...settings.texts[paper], [language]: { ...words, ...part } } } })
  const dirty = changed !== undefined || password !== ''

  function reload(): void {
    setError(undefined)
    setChanged(undefined)
    setHeld(undefined)
    setPassword('')
    invalidate('deliveries')
  }
  async function save(forget = false): Promise<void> {
    if (!settings) return
    await api.deliveries.saveMailSettings({ ...settings, version: held ?? query.data?.version ?? 0, ...(forget ? { password: null } : password === '' ? {} : { password }) })
    reload()
    message.success(t('settings.saved'))
  }
  async function test(): Promise<void> {
    const { sent, reason, answer } = await api.deliveries.testMail({ to: testTo.trim(), language: screen })
    setError(undefined)
    if (sent) message.success(t('settings.testSent', { answer }), 6)
    else if (reason !== '') message.error(t('settings.testFailed', { reason: t(`mail.reason.${reason}`), answer }), 10)
  }

  return (
    <section className="card mail-settings">
      <div className="card-head"><h3>{t('settings.title')}</h3></div>
      <p className="quiet">{t('settings.text')}</p>
      <DocumentForm columns={3} error={error} onReload={reload}>
        <Field name="host" label={t('settings.host')}><Input maxLength={200} placeholder={t('settings.hostHint')} value={settings.host} onChange={(event) => change({ host: event.target.value })} /></Field>
        <Field name="security" label={t('settings.security')} hint={settings.security === 'none' ? t('settings.noneHint') : undefined}>
          <Select value={settings.security} options={MAIL_SECURITY.map((value) => ({ value, label: t(`settings.${value}`) }))} onChange={(security) => change({ security, port: PORTS[security] })} />
        </Field>
        <Field name="port" label={t('settings.port')}><InputNumber min={1} max={65_535} value={settings.port} onChange={(port) => change({ port: port ?? PORTS[settings.security] })} /></Field>
        <Field name="user" label={t('settings.user')}><Input maxLength={200} autoComplete="off" value={settings.user} onChange={(event) => change({ user: event.target.value })} /></Field>
        <Field name="password" label={t('settings.password')}>
          <Input.Password maxLength={500} autoComplete="new-password" placeholder={t(query.data?.passwordSet ? 'settings.passwordSet' : 'settings.passwordUnset')} value={password} onChange={(event) => {
            hold()
            setPassword(event.target.value)
          }} />
        </Field>
        <Field name="fromName" label={t('settings.fromName')}><Input maxLength={120} placeholder={t('settings.fromNameHint')} value={settings.fromName} onChange={(event) => change({ fromName: event.target.value })} /></Field>
        <Field name="fromAddress" label={t('settings.fromAddress')}><Input maxLength={200} type="email" value={settings.fromAddress} onChange={(event) => change({ fromAddress: event.target.value.trim() })} /></Field>
        <Field name="replyTo" label={t('settings.replyTo')}><Input maxLength={200} type="email" placeholder={t('settings.replyToHint')} value={settings.replyTo} onChange={(event) => change({ replyTo: event.target.value.trim() })} /></Field>
      </DocumentForm>
      <div className="grid-toolbar">
        <Segmented aria-label={t('field.kind')} value={paper} onChange={setPaper} options={DELIVERED_PAPERS.map((value) => ({ value, label: t(`settings.${value}`) }))} />
        <Segmented aria-label={t('settings.body')} value={language} onChange={setLanguage} options={LANGUAGES.map((value) => ({ value, label: <span translate="no">{LANGUAGE_NAMES[value]}</span> }))} />
      </div>
      <DocumentForm columns={1} error={error}>
        <Field name={`texts.${paper}.${language}.subject`} label={t('settings.subject')}><Input maxLength={200} value={words.subject} onChange={(event) => reword({ subject: event.target.value })} /></Field>
        <Field name={`texts.${paper}.${language}.text`} label={t('settings.body')}><Input.TextArea rows={9} maxLength={4000} value={words.text} onChange={(event) => reword({ text: event.target.value })} /></Field>
      </DocumentForm>
      <p className="mail-names"><span className="quiet">{t('settings.names')}</span>{MAIL_FACTS.map((name) => <Tag key={name} translate="no">{`{{ ${name} }}`}</Tag>)}</p>
      <div className="grid-toolbar">
        <Button type="primary" disabled={!dirty} loading={busy} onClick={() => void run(save)}>{t('settings.save')}</Button>
        {query.data?.passwordSet && <Button onClick={() => void run(() => save(true))}>{t('settings.forget')}</Button>}
        <Input className="grid-search" type="email" maxLength={200} aria-label={t('settings.testTo')} placeholder={t('settings.testTo')} value={testTo} onChange={(event) => setTestTo(event.target.value)} />
        <Button disabled={testTo.trim() === '' || dirty} title={dirty ? t('settings.saveFirst') : ''} loading={busy} onClick={() => void run(test)}>{t('settings.test')}</Button>
      </div>
    </section>
  )
}

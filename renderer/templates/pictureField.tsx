/** One picture of the look: what is there now, another from a file, or none. What the backend says of the file stands here. */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { useErrorWords } from '../ui/refusal.ts'
import { useQuery } from '../ui/useQuery.ts'

export interface PictureFieldProps {
  label: string
  hint: string
  hash: string | null
  readOnly: boolean
  onChange: (hash: string | null) => void
}

export function PictureField({ label, hint, hash, readOnly, onChange }: PictureFieldProps) {
  const { t } = useTranslation('templates')
  const words = useErrorWords()
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const picture = useQuery(async (signal) => (hash === null ? null : api.templates.picture({ hash }, { signal })), [hash])
  const address = useAddress(hash === null ? null : picture.data)

  async function upload(file: File): Promise<void> {
    setBusy(true)
    try {
      onChange((await api.templates.addPicture({ file, requestId: crypto.randomUUID() })).hash)
      setError(undefined)
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="template-picture" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="template-picture-box">{address ? <img src={address} alt={label} /> : <span className="quiet">{t('form.none')}</span>}</div>
      <div className="template-picture-side">
        <span>
          <Button disabled={readOnly} loading={busy} onClick={() => input.current?.click()}>{t('form.choose')}</Button>
          {hash !== null && <Button type="link" disabled={readOnly} onClick={() => onChange(null)}>{t('form.remove')}</Button>}
        </span>
        <span className="quiet">{hint}</span>
        <span className="quiet">{t('form.rule')}</span>
        {error !== undefined && <span className="field-error" role="alert">{words(error)}</span>}
      </div>
      <input
        ref={input} type="file" hidden aria-label={`${label} ${t('form.choose')}`} accept=".png,.jpg,.jpeg"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void upload(file)
          // The same file chosen again is a change again.
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** An address by which the page can show a file, as long as it is shown. */
function useAddress(file: File | null | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) {
      setAddress(null)
      return undefined
    }
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

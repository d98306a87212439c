/** Own buckets for one look at the report: the ends are typed, checked while typing, and taken with Enter. */
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readEnds } from './readEnds.ts'

export function EndsPicker({ ends, own, onChange }: {
  /** What the report shows now. */
  ends: readonly number[]
  /** True when these are not the ledger's own setting. */
  own: boolean
  onChange: (boundaries: string | undefined) => void
}) {
  const { t } = useTranslation('aging')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? ends.join(',')
  const read = readEnds(text)

  function show(next: boolean): void {
    setTyped(undefined)
    setOpen(next)
  }
  function apply(): void {
    if ('problem' in read) return
    onChange(read.ends.join(','))
    show(false)
  }
  function problem(): string {
    if (!('problem' in read)) return ''
    if (read.problem === 'notNumber') return t('ends.notNumber', { text: read.text })
    if (read.problem === 'notRising') return t('ends.notRising', { end: read.end, before: read.before })
    return t(`ends.${read.problem}`)
  }

  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={show}
      destroyOnHidden
      content={
        <div className="ends-picker">
          <label>
            <span>{t('ends.title')}</span>
            <Input
              autoFocus
              value={text}
              status={'problem' in read ? 'error' : ''}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={apply}
              onKeyDown={(event) => {
                if (event.key === 'Escape') show(false)
              }}
            />
          </label>
          <div className={'problem' in read ? 'field-error' : 'field-hint'} role="status">{problem() || t('ends.hint')}</div>
          <div className="ends-buttons">
            <Button type="primary" disabled={'problem' in read} onClick={apply}>{t('ends.apply')} <kbd>Enter</kbd></Button>
            <Button disabled={!own} onClick={() => { onChange(undefined); show(false) }}>{t('ends.standard')}</Button>
          </div>
        </div>
      }
    >
      <Button aria-haspopup="dialog">{t('buckets')} {ends.join(' / ')}{own ? ` · ${t('ends.own')}` : ''}</Button>
    </Popover>
  )
}

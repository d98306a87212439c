/**
 * Rows that the person leaves out of a file: the row at the cursor, with the reason (Alt+X), and those left out so far, each
 * of which can be taken back.
 *
 *     <LeaveOutRows rows={draft.leaveOut ?? []} at={{ row: 5, sheet: '3月' }} onChange={…} />
 */
import { DeleteRowOutlined } from '@ant-design/icons'
import { Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaveOut } from '../../shared/sheets/schemas.ts'
import type { FileRow } from '../../shared/sheets/table.ts'
import { ActionDialog } from './dialogs.tsx'
import { placeText } from './filePlace.tsx'
import { KEYS, shownShortcut, useShortcut } from './shortcut.ts'
import './files.css'

const LONGEST_REASON = 200
const KEY = 'Alt+X'

const sameRow = (one: FileRow, other: FileRow): boolean => one.row === other.row && one.sheet === other.sheet

export function LeaveOutRows({ rows, at, onChange }: { rows: LeaveOut; at: FileRow | undefined; onChange: (rows: LeaveOut) => void }) {
  const { t } = useTranslation(['files', 'ui'])
  const [asked, setAsked] = useState<FileRow>()
  const [reason, setReason] = useState('')
  const free = at !== undefined && !rows.some((row) => sameRow(row, at))
  const ask = (): void => {
    setReason('')
    setAsked(at)
  }
  useShortcut(KEY, ask, free)
  const leave = (): void => {
    if (!asked) return
    onChange([...rows, { ...asked, reason: reason.trim() }])
    setAsked(undefined)
  }
  return (
    <>
      <Button size="small" icon={<DeleteRowOutlined />} disabled={!free} onClick={ask}>
        {t('leaveOut.button', { place: at ? placeText(at) : '' })} <kbd>{shownShortcut(KEY)}</kbd>
      </Button>
      {rows.map((row) => (
        <Tag
          key={placeText(row)}
          closable={{ 'aria-label': t('leaveOut.takeBack', { place: placeText(row) }) }}
          onClose={() => onChange(rows.filter((other) => !sameRow(other, row)))}
        >
          {t('leaveOut.one', { place: placeText(row), reason: row.reason })}
        </Tag>
      ))}
      <ActionDialog
        open={asked !== undefined}
        title={t('leaveOut.title', { place: asked ? placeText(asked) : '' })}
        onClose={() => setAsked(undefined)}
        width={460}
        actions={[
          { key: 'leave', label: t('leaveOut.do'), shortcut: KEYS.post, kind: 'primary', disabled: reason.trim() === '' ? t('leaveOut.reasonMissing') : false, onRun: leave },
        ]}
      >
        <label className="file-reason">
          <span>{t('leaveOut.reason')}</span>
          <Input autoFocus aria-label={t('leaveOut.reason')} maxLength={LONGEST_REASON} value={reason} onChange={(event) => setReason(event.target.value)} onPressEnter={() => reason.trim() !== '' && leave()} />
        </label>
        <p className="quiet">{t('leaveOut.kept')}</p>
      </ActionDialog>
    </>
  )
}

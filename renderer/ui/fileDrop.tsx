/** Takes one file, or several, by dropping or by choosing; Enter and Space open the chooser. */
import { InboxOutlined } from '@ant-design/icons'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import './files.css'

const ACCEPTED = '.xlsx,.xlsm,.xls,.csv,.txt,.tsv,.htm,.html,.mht,.mhtml,.xml,.zip,.gz,.sta,.mt940,.940,.942,.swi,.ofx,.qfx,.camt,.c52,.c53,.c54'

export function FileDrop({ multiple = false, title, hint, onFiles }: { multiple?: boolean; title?: string; hint?: string; onFiles: (files: [File, ...File[]]) => void }) {
  const { t } = useTranslation('files')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function take(list: FileList | null): void {
    const [first, ...others] = list ?? []
    if (first) onFiles([first, ...(multiple ? others : [])])
  }
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button type="button" autoFocus className="file-drop-button" onClick={() => input.current?.click()}>
        <InboxOutlined className="file-drop-icon" />
        <span className="file-drop-title">{over ? t('drop.release') : (title ?? t('drop.title'))} <kbd>Enter</kbd></span>
        <span className="file-drop-hint">{hint ?? t('drop.hint')}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={t('drop.choose')}
        accept={ACCEPTED}
        onChange={(event) => {
          take(event.target.files)
          // The same file chosen again is a change again.
          event.target.value = ''
        }}
      />
    </div>
  )
}

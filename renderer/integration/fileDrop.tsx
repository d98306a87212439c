/** Takes a file by dropping it or by choosing it; Enter and Space open the chooser. */
import { InboxOutlined } from '@ant-design/icons'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

const ACCEPTED = '.xlsx,.xlsm,.csv,.txt'

export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('integration')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function take(files: FileList | null): void {
    const file = files?.[0]
    if (file) onFile(file)
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
        <span className="file-drop-title">{over ? t('drop.release') : t('drop.title')} <kbd>Enter</kbd></span>
        <span className="file-drop-hint">{t('drop.hint')}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
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

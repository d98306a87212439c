/** Prints letters: the desktop opens the system's dialog, a browser prints the page that the backend hands over. */
import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api, invalidate } from '../api.ts'
import { printInBrowser } from '../ui/paper.tsx'
import { saveFile } from '../ui/saveFile.ts'

export function useLetterPaper(): { print: (ids: number[]) => Promise<void>; savePdf: (id: number) => Promise<void> } {
  const { t } = useTranslation('dunning')
  const { message } = App.useApp()
  const print = useCallback(
    async (ids: number[]): Promise<void> => {
      const printed = await api.dunning.print({ ids })
      // Each print is recorded; the lists and the letter show it, and the next one is a reprint.
      invalidate('dunning')
      if (printed.native) message.success(t('printStarted'))
      else printInBrowser(printed.html)
    },
    [message, t],
  )
  const savePdf = useCallback(async (id: number): Promise<void> => {
    const file = await api.dunning.pdf({ id })
    invalidate('dunning')
    saveFile(file)
  }, [])
  return { print, savePdf }
}

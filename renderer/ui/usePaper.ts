/**
 * Prints papers and saves them as PDF: the desktop opens the system's dialog, a browser prints the page that the backend
 * hands over. Each print is recorded, so what shows the papers of the slice asks again; the next print is a reprint.
 *
 *     const { print, savePdf } = usePaper('dunning', api.dunning)
 */
import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { invalidate, type Slice } from '../api.ts'
import { printInBrowser } from './paper.tsx'
import { saveFile } from './saveFile.ts'

interface PaperCalls {
  print: (input: { ids: number[] }) => Promise<{ html: string; native: boolean }>
  pdf: (input: { id: number }) => Promise<File>
}

export function usePaper(slice: Slice, calls: PaperCalls): { print: (ids: number[]) => Promise<void>; savePdf: (id: number) => Promise<void> } {
  const { t } = useTranslation('ui')
  const { message } = App.useApp()
  const print = useCallback(
    async (ids: number[]): Promise<void> => {
      const printed = await calls.print({ ids })
      invalidate(slice)
      if (printed.native) message.success(t('paper.started'))
      else printInBrowser(printed.html)
    },
    [calls, slice, message, t],
  )
  const savePdf = useCallback(async (id: number): Promise<void> => {
    const file = await calls.pdf({ id })
    invalidate(slice)
    saveFile(file)
  }, [calls, slice])
  return { print, savePdf }
}

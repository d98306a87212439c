import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import { exportEvent, exportInput, zipInput } from './exportSchemas.ts'
import { mailAttemptRow, mailDraft, mailDraftInput, mailInput, mailResult, mailSettingsInput, mailSettingsView, testMailAnswer, testMailInput } from './mailSchemas.ts'
import {
  deliveryInput, deliveryRow, deliveryView, fileInput, outcomeInput, paperState, trackingAnswer, trackingInput, undoInput, zDeliveredPaper,
} from './schemas.ts'

/** Ids in a query string come as text, several with commas between. */
const zIds = z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(zId).min(1).max(1000))

export const deliveries = {
  list: procedure('letters.read').route({ method: 'GET', path: '/deliveries', summary: '送达记录 Deliveries' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest.extend({
      paper: zDeliveredPaper.optional(), documentId: zId.optional(),
      waitingDays: z.coerce.number<number>().int().min(0).max(3650).optional().meta({ description: '只看发出后超过多少天仍无结果的' }),
    })).output(gridPage(deliveryRow)),
  get: procedure('letters.read').route({ method: 'GET', path: '/deliveries/{id}', summary: '送达详情 Delivery' })
    .errors(refuses('notFound')).input(z.object({ id: zId })).output(deliveryView),
  states: procedure('letters.read').route({ method: 'GET', path: '/deliveries/states', summary: '单据的送达状态 Delivery states of papers' })
    .input(z.object({ paper: zDeliveredPaper, ids: zIds })).output(z.array(paperState)),
  record: procedure('letters.write').route({ method: 'POST', path: '/deliveries', summary: '登记送达 Record deliveries', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'letterVoided', 'notInFuture', 'beforeDocument')).input(deliveryInput).output(z.array(deliveryRow)),
  recordTracking: procedure('letters.write').route({ method: 'POST', path: '/deliveries/tracking', summary: '粘贴快递单号：全部或全不 Paste tracking numbers, all or nothing' })
    .errors(refuses('requestReused', 'notInFuture')).input(trackingInput).output(trackingAnswer),
  recordOutcome: procedure('letters.write').route({ method: 'POST', path: '/deliveries/{id}/outcomes', summary: '登记结果：签收、退回、回执 Record an outcome', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'notInFuture', 'beforeDelivery', 'outcomeTwice', 'alreadyReturned', 'alreadyArrived')).input(outcomeInput).output(deliveryView),
  undoOutcome: procedure('letters.write').route({ method: 'POST', path: '/deliveries/{id}/outcomes/{outcomeId}/undo', summary: '撤销误登的结果 Undo a mistaken outcome' })
    .errors(refuses('requestReused', 'notFound', 'alreadyUndone')).input(undoInput).output(deliveryView),
  attach: procedure('letters.write').route({ method: 'POST', path: '/deliveries/{id}/files', summary: '上传回执或快递凭证 Attach a scan', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'fileTooLarge', 'fileOfOtherKind')).input(fileInput).output(deliveryView),
  file: procedure('letters.read').route({ method: 'GET', path: '/deliveries/{id}/files/{fileId}', summary: '下载附件 File of a delivery' })
    .errors(refuses('notFound')).input(z.object({ id: zId, fileId: zId })).output(z.file()),
  mailSettings: procedure('settings.write').route({ method: 'GET', path: '/settings/mail', summary: '发信设置 Mail settings' }).output(mailSettingsView),
  saveMailSettings: procedure('settings.write').route({ method: 'PUT', path: '/settings/mail', summary: '修改发信设置 Change the mail settings' })
    .errors(refuses('changedElsewhere', 'unknownPlaceholder')).input(mailSettingsInput).output(mailSettingsView),
  testMail: procedure('settings.write').route({ method: 'POST', path: '/mail/test', summary: '发一封测试邮件 Send a test mail' })
    .errors(refuses('mailNotSet')).input(testMailInput).output(testMailAnswer),
  mailAttempts: procedure('letters.read').route({ method: 'GET', path: '/letters-by-mail', summary: '一份函件的邮件发送记录 Attempts to mail a paper' })
    .input(z.object({ paper: zDeliveredPaper, documentId: zId })).output(z.array(mailAttemptRow)),
  draftMails: procedure('letters.write').route({ method: 'POST', path: '/letters-by-mail/draft', summary: '邮件发送前：收件地址与内容 Addresses and words before sending' })
    .errors(refuses('notFound', 'letterVoided')).input(mailDraftInput).output(mailDraft),
  mail: procedure('letters.write').route({ method: 'POST', path: '/letters-by-mail', summary: '邮件发送：逐份发出 PDF Send papers by e-mail' })
    .errors(refuses('requestReused', 'mailNotSet', 'notFound', 'letterVoided', 'pdfUnavailable')).input(mailInput).output(z.array(mailResult)),
  /** For the desktop's screen: progress while it runs, cancelled by ending the iteration. */
  exportPapers: procedure('letters.read').route({ method: 'POST', path: '/papers/export', summary: '批量导出 PDF 到文件夹（桌面端，事件流）Export papers as PDF into a folder' })
    .errors(refuses('desktopOnly', 'notFound', 'pdfUnavailable', 'cannotWrite')).input(exportInput).output(eventIterator(exportEvent)),
  zipPapers: procedure('letters.read').route({ method: 'POST', path: '/papers/zip', summary: '批量导出 PDF 压缩包 Papers as PDF in a zip' })
    .errors(refuses('notFound', 'pdfUnavailable')).input(zipInput).output(z.file()),
}

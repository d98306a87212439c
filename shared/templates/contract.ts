import { z } from 'zod'
import { procedure, refuses, zCurrency, zId, zRequestId, zVersion } from '../procedure.ts'
import {
  look, lookRow, pictureView, TEMPLATE_REASONS, wording, wordingInput, wordingRow, zLetterLanguage, zLevel, zPictureHash,
} from './schemas.ts'

export const templates = {
  list: procedure('letters.read').route({ method: 'GET', path: '/letter-templates', summary: '函件模板：各级次与语言的现行文字 Wordings in use' }).output(z.array(wordingRow)),
  versions: procedure('letters.read').route({ method: 'GET', path: '/letter-templates/{level}/{language}/versions', summary: '函件模板的各版本，新的在前 Versions of a wording' })
    .input(z.object({ level: zLevel, language: zLetterLanguage })).output(z.array(wordingRow)),
  save: procedure('settings.write').route({ method: 'POST', path: '/letter-templates', summary: '保存函件模板为新版本 Save a wording as a new version', successStatus: 201 })
    .errors(refuses('requestReused', 'changedElsewhere', ...TEMPLATE_REASONS, 'unchanged')).input(wordingInput).output(wordingRow),
  preview: procedure('letters.read').route({ method: 'POST', path: '/letter-templates/preview', summary: '以真实客户预览未保存的模板 Preview a draft on a real customer' })
    .errors(refuses('unknownCustomer', 'inDispute', 'promised', 'nothingDue', ...TEMPLATE_REASONS))
    .input(z.object({
      level: zLevel, language: zLetterLanguage, customerId: zId, currency: zCurrency.optional(),
      wording: wording.optional().meta({ description: '空则用现行文字' }), look: look.optional().meta({ description: '空则用现行版式' }),
    })).output(z.object({ html: z.string() })),
  looks: procedure('letters.read').route({ method: 'GET', path: '/letter-looks', summary: '函件版式的各版本，新的在前 Versions of the look' }).output(z.array(lookRow)),
  saveLook: procedure('settings.write').route({ method: 'POST', path: '/letter-looks', summary: '保存版式为新版本 Save the look as a new version', successStatus: 201 })
    .errors(refuses('requestReused', 'changedElsewhere', 'unknownPicture', 'unchanged')).input(look.extend({ version: zVersion, requestId: zRequestId })).output(lookRow),
  addPicture: procedure('settings.write').route({ method: 'POST', path: '/pictures', summary: '上传图片（PNG、JPEG，不超过 300 KB）Add a picture', successStatus: 201 })
    .errors(refuses('requestReused', 'pictureTooLarge', 'notAPicture', 'pictureOfWrongSize'))
    .input(z.object({ file: z.file().meta({ description: '标识或印章图片' }), requestId: zRequestId })).output(pictureView),
  picture: procedure('letters.read').route({ method: 'GET', path: '/pictures/{hash}', summary: '图片 Picture' }).input(z.object({ hash: zPictureHash })).output(z.file()),
}

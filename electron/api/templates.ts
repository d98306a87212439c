import { letterContent } from '../../db/dunning/content.ts'
import { withWording } from '../../db/dunning/wording.ts'
import { loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import { refuseOlder } from '../../db/versions.ts'
import { fileHash } from '../../db/sheets/file.ts'
import { addPicture, saveLook, saveWording } from '../../db/templates/commands.ts'
import { currentWordings, lookVersions, pictureBytes, wordingVersions } from '../../db/templates/queries.ts'
import { letterHtml } from '../../shared/dunning/letterHtml.ts'
import { feeOf } from '../../shared/dunning/rules.ts'
import { money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { os } from './context.ts'
import { picturesOf } from './letterPictures.ts'

/** What is in use before anything was saved. */
const BUILT_IN = { version: 0, postedBy: '', postedAt: '' }

/** The version that was saved a moment ago, or the first answer to the same request. */
function versionOf<Row extends { version: number }>(rows: readonly Row[], version: number): Row {
  const row = rows.find((one) => one.version === version)
  if (!row) throw new Refusal('notFound')
  return row
}

export const templates = {
  list: os.templates.list.handler(({ context: { ledger } }) => ledger.read(currentWordings)),
  versions: os.templates.versions.handler(({ input, context: { ledger } }) => ledger.read((reader) => wordingVersions(reader, input.level, input.language))),
  save: os.templates.save.handler(({ input: { requestId, version: read, ...input }, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'templates.save', requestId, input }, async (tx) => {
      const { version: present, postedBy: by, postedAt: at } = (await wordingVersions(tx, input.level, input.language))[0] ?? BUILT_IN
      refuseOlder(read, { version: present, by, at })
      return saveWording(tx, input)
    }, async (reader, version) => versionOf(await wordingVersions(reader, input.level, input.language), version))),
  preview: os.templates.preview.handler(({ input: { level, language, customerId, wording, look, ...input }, context: { ledger, user, scope } }) => ledger.read(async (reader) => {
    const [company, options, asOf] = [await loadCompany(reader), await loadOptions(reader), await officeToday(reader, ledger.now())]
    const question = { asOf, currency: input.currency ?? company.currency, options, scope }
    const { fee: _fee, ...next } = await letterContent(reader, { customerId, language, remark: '' }, question, company, user.name)
    // The draft is looked at for any level, also one that this customer is not due for.
    const fee = feeOf(level, options.letterFees)
    const content = await withWording(reader, { ...next, level, ...(fee > 0 ? { fee: money(fee) } : {}) }, wording)
    if (look && content.wording) content.wording.look = look
    return { html: letterHtml(content, { reprint: false, draft: true }, await picturesOf(reader, content.wording?.look)) }
  })),
  looks: os.templates.looks.handler(({ context: { ledger } }) => ledger.read(lookVersions)),
  saveLook: os.templates.saveLook.handler(({ input: { requestId, version: read, ...input }, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'templates.saveLook', requestId, input }, async (tx) => {
      const { version: present, postedBy: by, postedAt: at } = (await lookVersions(tx))[0] ?? BUILT_IN
      refuseOlder(read, { version: present, by, at })
      return saveLook(tx, input)
    }, async (reader, version) => versionOf(await lookVersions(reader), version))),
  addPicture: os.templates.addPicture.handler(async ({ input: { file, requestId }, context: { ledger, user } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return ledger.write({ by: user, procedure: 'templates.addPicture', requestId, input: { hash: fileHash(bytes) } }, (tx) => addPicture(tx, bytes))
  }),
  picture: os.templates.picture.handler(async ({ input, context: { ledger } }) => {
    const { type, bytes } = await ledger.read((reader) => pictureBytes(reader, input.hash))
    return new File([new Uint8Array(bytes)], `${input.hash.slice(0, 8)}.${type === 'image/png' ? 'png' : 'jpg'}`, { type })
  }),
}

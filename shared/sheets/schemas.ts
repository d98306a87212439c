import { z } from 'zod'
import { zMoney } from '../money.ts'

/** A multipart form carries texts, so true and objects may arrive as text. */
export const flag = z.preprocess((value) => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' || value === '' ? false : value), z.boolean())
/** A multipart form carries objects as text; what is none stays as it is, and is refused. */
export const fromJson = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
/** Field → 0-based column. */
export const zMapping = z.preprocess(fromJson, z.record(z.string(), z.int().min(0).max(499)))
export const zDateOrder = z.enum(['ymd', 'mdy', 'dmy'])

/** Where a row stands: its number, and its sheet where several are read as one list. */
const fileRow = { row: z.int().meta({ description: '文件中的行号（从 1 起）' }), sheet: z.string().optional().meta({ description: '工作表；只读一张表时不写' }) }

export const fieldSums = z.array(z.object({ field: z.string(), currency: z.string(), amount: zMoney })).meta({ description: '这些行上的金额，按列与币种；币种未写明时为空' })

/** What is left out of a list, by reason: summary 合计行 · note 说明行 · repeatedHeader 重复表头 · zero 金额为零 … */
export const skippedRows = z.record(z.string(), z.object({
  count: z.int(), rows: z.array(z.object(fileRow)).meta({ description: '前几行' }),
  sums: fieldSums,
}))
export type SkippedRows = z.infer<typeof skippedRows>
/** Rows that the spreadsheet hides and the list reads nevertheless. */
export const hiddenRows = skippedRows.valueType.nullable()

/** Which sheets of a file are read as one list, and which are not. */
export const readSheets = z.array(z.string()).meta({ description: '合为一个清单读入的工作表' })
export const unreadSheets = z.array(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })).meta({ description: '不读的工作表与其行数' })
export type UnreadSheet = z.infer<typeof unreadSheets>[number]
/** The files of an archive that hold no table. */
export const unreadFiles = z.array(z.object({ name: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })).meta({ description: '压缩包中不是表格的文件' })
export type UnreadFile = z.infer<typeof unreadFiles>[number]

export const problem = z.object({
  sheet: fileRow.sheet,
  row: z.int().nullable().meta({ description: '文件中的行号（从 1 起）；整个文件的问题为空' }),
  column: z.string().meta({ description: '列标题' }),
  code: z.string().meta({ description: '问题代码。DATE_ORDER：再次导入时写明 dateOrder；UNSURE_COLUMN：写明 mapping（列号见 params.index）；KIND_UNKNOWN、PAYABLES_LIST、PAYMENTS_LIST、ORDERS_LIST、BANK_JOURNAL：写明 target；AS_OF_MISSING：写明 asOf；PASSWORD_NEEDED：写明 password' }),
  value: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(), message: z.string().optional(),
})
export type Problem = z.infer<typeof problem>

export const fileColumn = z.object({ index: z.int(), title: z.string(), samples: z.array(z.string()) })

export const importProgress = z.object({ stage: z.enum(['reading', 'checking', 'writing']), done: z.int(), of: z.int() })
export type ImportProgress = z.infer<typeof importProgress>

/** A row of a file that a person leaves out, and why. */
const wanted = z.object({
  row: z.int().min(1).meta({ description: '文件中的行号（从 1 起）' }), sheet: z.string().max(120).optional().meta({ description: '读入几张工作表时须写' }),
  reason: z.string().trim().min(1).max(200).meta({ description: '为什么不导入这一行' }),
})
/** A multipart form carries it as JSON. */
export const zLeaveOut = z.preprocess(fromJson, z.array(wanted).max(5000)).meta({ description: 'JSON：不导入的行与原因，[{"row":5,"reason":"重复登记"}]；随导入记录保存' })
export type LeaveOut = z.output<typeof zLeaveOut>

/** A row that was left out, as it is kept: what stood in it and the money of it. */
export const leftOutRow = z.object({ row: z.int(), sheet: z.string().optional(), reason: z.string(), text: z.string(), sums: fieldSums })
  .meta({ description: '由人决定不导入的行与原因' })
export type LeftOutRow = z.infer<typeof leftOutRow>

/** What every procedure that takes a file is given with it. */
export const uploaded = {
  file: z.file().meta({ description: 'Excel（.xlsx、.xls）、CSV、网页表格、MT940、CAMT、OFX、数电票 XML，或装有它们的 .zip、.gz' }),
  password: z.string().min(1).max(200).optional().meta({ description: '压缩包的密码' }),
  sheet: z.string().max(120).optional(), headerRow: z.coerce.number<number>().int().min(1).max(1000).optional(),
  mapping: zMapping.optional().meta({ description: 'JSON：字段 → 列号（从 0 起）；空则按表头词语与记住的对应' }),
  dateOrder: zDateOrder.optional(),
  leaveOut: zLeaveOut.optional(),
}

/** What every inspection of a file says of it, whatever the file holds. */
export const inspected = {
  fileName: z.string(), format: z.string(), encoding: z.string(), sheets: z.array(z.string()), sheet: z.string(), readSheets, unreadSheets, unreadFiles,
  headerRow: z.int().nullable(), columns: z.array(fileColumn), mapping: z.record(z.string(), z.int()), remembered: z.boolean(),
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })), dateOrder: zDateOrder, dateOrderCertain: z.boolean(),
  skipped: skippedRows, hidden: hiddenRows, leftOut: z.array(leftOutRow),
  problems: z.array(problem), problemCount: z.int(),
}

const ofInspection = z.object(inspected)
export type Inspected = z.infer<typeof ofInspection>

const problemsOfFile = z.object({ problems: z.array(problem), problemCount: z.int() })
/** How a procedure refuses a file with problems. */
export const fileProblems = { PROBLEMS: { status: 422, message: 'The file has problems; nothing was stored', data: problemsOfFile } }

/** What a watched import tells: how far it is, and at its end its problems or its result. */
export const importEvents = <Result extends z.ZodType>(result: Result) => z.union([
  z.object({ type: z.literal('progress'), progress: importProgress }),
  problemsOfFile.extend({ type: z.literal('problems') }),
  z.object({ type: z.literal('done'), result }),
])

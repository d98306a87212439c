/** A bank's file: what is asked of it, what it says, and what its import answers. */
import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zId } from '../procedure.ts'
import { hiddenRows, importEvents, inspected, leftOutRow, readSheets, skippedRows, unreadSheets, uploaded } from '../sheets/schemas.ts'
import { LINE_CLASSES, statementRow, zDirection, zLineClass } from './schemas.ts'

export const statementInput = z.object({
  ...uploaded,
  bankAccountId: zId.optional().meta({ description: '文件没有账号时，流水所属的账户' }),
})
export type StatementInput = z.output<typeof statementInput>

/** How many lines are of each class. */
export const classCounts = z.object(Object.fromEntries(LINE_CLASSES.map((name) => [name, z.int()])) as Record<(typeof LINE_CLASSES)[number], z.ZodInt>)
export type ClassCounts = z.infer<typeof classCounts>

/** file: the file tells the number · name: the file's name holds it · asked: as the request said · none: nobody knows */
export const fileAccount = z.object({
  number: z.string(), bank: z.string(), how: z.enum(['file', 'name', 'asked', 'none']),
  bankAccountId: z.int().nullable().meta({ description: '账套中的账户；空为账套还没有这个账号' }), bankAccount: z.string(),
})
export type FileAccount = z.infer<typeof fileAccount>

/** A line of the ledger beside one of the file. */
const knownLine = z.object({ id: zId, on: zDay, time: z.string(), direction: zDirection, amount: zMoney, balance: zMoney.nullable(), counterparty: z.string(), counterpartyAccount: z.string(), memo: z.string(), serial: z.string() })

/** What of a file does not become lines, as it is kept with the statement. */
export const statementRest = z.object({
  skipped: skippedRows, hidden: hiddenRows, readSheets, unreadSheets,
  leftOut: z.array(leftOutRow),
})
export type StatementRest = z.infer<typeof statementRest>
export const hasRest = ({ skipped, hidden, readSheets: read, unreadSheets: unread, leftOut: left }: StatementRest): boolean =>
  Object.keys(skipped).length > 0 || hidden !== null || read.length > 1 || unread.length > 0 || left.length > 0

/** A break of the chain of balances: a line may be missing right before it. */
export const chainBreak = z.object({ row: z.int(), sheet: z.string().optional(), on: zDay, expected: zMoney, found: zMoney })

export const statementInspection = z.object({
  ...inspected, account: fileAccount,
  lines: z.int(), newLines: z.int(), duplicates: z.int(),
  perhaps: z.array(z.object({ row: z.int(), sheet: z.string().optional(), known: knownLine })).meta({ description: '疑似已导入过的行，旁边是账套中的那一笔' }),
  byClass: classCounts.meta({ description: '新流水，按类别' }),
  received: zMoney.meta({ description: '新流水的收入合计' }), paid: zMoney.meta({ description: '新流水的支出合计' }),
  firstOn: zDay.nullable(), lastOn: zDay.nullable(), opening: zMoney.nullable(), closing: zMoney.nullable(),
  breaks: z.array(chainBreak),
  notes: z.array(z.object({ code: z.enum(['cardNumber', 'directionsTurned', 'totalsDiffer']), params: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .meta({ description: 'cardNumber 文件写的是卡号，与所选账户的账号不同 · directionsTurned 按余额判断，借贷方向以本单位为准 · totalsDiffer 文件写的合计与各行之和不符' }),
  preview: z.array(z.object({
    row: z.int(), sheet: z.string().optional(), on: z.string(), time: z.string(), direction: zDirection.nullable(), amount: zMoney.nullable(), balance: zMoney.nullable(),
    counterparty: z.string(), counterpartyAccount: z.string(), memo: z.string(), serial: z.string(), class: zLineClass.nullable(), state: z.enum(['new', 'perhaps', 'duplicate', 'problem', 'skipped']),
  })),
})
export type StatementInspection = z.infer<typeof statementInspection>

export const statementResult = z.object({
  statement: statementRow.nullable().meta({ description: '没有新流水时为空，什么都没有存' }),
  fileName: z.string(), lines: z.int().meta({ description: '新流水' }), duplicates: z.int(), perhaps: z.int().meta({ description: '疑似重复，等人判断' }), byClass: classCounts, open: z.int().meta({ description: '新流水中待处理的行数' }),
  rest: statementRest.meta({ description: '没有成为流水的行与工作表' }),
})
export type StatementResult = z.infer<typeof statementResult>
export const statementEvent = importEvents(statementResult)
export type StatementEvent = z.infer<typeof statementEvent>

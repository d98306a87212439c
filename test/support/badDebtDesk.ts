/** The desk of whoever deals with bad debts: one person asks, another decides. */
import { recover, reverseWriteOff } from '../../db/badDebt/commands.ts'
import { postProvision, provisionContent, provisionView } from '../../db/badDebt/provisions.ts'
import { requestView, writeOffView } from '../../db/badDebt/queries.ts'
import { approveWriteOff, askForWriteOff, rejectWriteOff } from '../../db/badDebt/requests.ts'
import { changeCompany } from '../../db/settings/commands.ts'
import { provisionQuestion, writeOffInput, type ProvisionContent, type ProvisionView, type RequestView, type WriteOffView } from '../../shared/badDebt/schemas.ts'
import { day, type Day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { CALENDAR, TODAY, type Desk } from './desk.ts'

export const CLERK = { id: 7, name: '张会计' }
export const OWNER = { id: 8, name: '陈老板' }

export class BadDebtDesk {
  readonly desk: Desk

  constructor(desk: Desk) {
    this.desk = desk
  }

  follow(standard: 'enterprise' | 'small'): Promise<void> {
    return this.desk.write((tx) => changeCompany(tx, { standard }))
  }

  async ask(customerId: number, lines: readonly { itemId: number; amount: number }[], by = CLERK, today: Day = TODAY): Promise<RequestView> {
    const input = writeOffInput.parse({ customerId, lines, reason: '客户破产清算', evidence: '(2026) 苏 05 破 12 号裁定书' })
    return this.request(await this.desk.write((tx) => askForWriteOff(tx, input, { today }), { by }))
  }

  async approve(id: number, writtenOffOn?: string, by = OWNER): Promise<WriteOffView> {
    return this.view(await this.desk.write((tx) => approveWriteOff(tx, { id, writtenOffOn: writtenOffOn === undefined ? undefined : day(writtenOffOn), note: '' }, CALENDAR), { by }))
  }

  async reject(id: number, by = OWNER): Promise<RequestView> {
    await this.desk.write((tx) => rejectWriteOff(tx, { id, note: '证据不足' }), { by })
    return this.request(id)
  }

  /** Asked for by one and approved by the other. */
  async writeOff(customerId: number, itemId: number, amount: number, on: string): Promise<WriteOffView> {
    return this.approve((await this.ask(customerId, [{ itemId, amount }])).id, on)
  }

  async recover(id: number, amount: number, recoveredOn: string): Promise<WriteOffView> {
    return this.view(await this.desk.write((tx) => recover(tx, { id, amount: money(amount), recoveredOn: day(recoveredOn), note: '清算分配' }, CALENDAR), { by: CLERK }))
  }

  async reverse(id: number, reversedOn?: string): Promise<WriteOffView> {
    return this.view(await this.desk.write((tx) => reverseWriteOff(tx, { id, reversedOn: reversedOn === undefined ? undefined : day(reversedOn), reason: '核销有误' }, CALENDAR), { by: OWNER }))
  }

  preview(asOf: string, more: Record<string, unknown> = {}): Promise<ProvisionContent> {
    return this.desk.ledger.read((reader) => provisionContent(reader, provisionQuestion.parse({ asOf, ...more }), CALENDAR))
  }

  async provide(asOf: string, more: Record<string, unknown> = {}): Promise<ProvisionView> {
    const id = await this.desk.write((tx) => postProvision(tx, provisionQuestion.parse({ asOf, ...more }), CALENDAR))
    return this.desk.ledger.read((reader) => provisionView(reader, id))
  }

  view(id: number): Promise<WriteOffView> {
    return this.desk.ledger.read((reader) => writeOffView(reader, id))
  }

  request(id: number): Promise<RequestView> {
    return this.desk.ledger.read((reader) => requestView(reader, id))
  }
}

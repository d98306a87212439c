/** A customer's file while it is typed. */
import type { Contact, CustomerInput, CustomerView } from '../../shared/customers/schemas.ts'
import { DEFAULT_TERMS } from '../../shared/terms/schemas.ts'

export type CustomerDraft = CustomerInput

export const blankContact = (): Contact => ({ name: '', role: '', phone: '', email: '' })

export const blankCustomer = (): CustomerDraft => ({
  code: '', name: '', shortName: '', mnemonic: '', taxNumber: '', phone: '', address: '', bankName: '', bankAccount: '', department: '', note: '',
  creditLimit: null, cutOffDate: null, cutOffCounts: true, contacts: [], salespersonId: null, terms: DEFAULT_TERMS, active: true,
})

export const draftOf = ({ id: _id, version: _version, salesperson: _salesperson, ...draft }: CustomerView): CustomerDraft => draft

/** Without the lines that were added but never filled. */
export const toCustomer = (draft: CustomerDraft): CustomerInput => ({
  ...draft,
  contacts: draft.contacts.filter((contact) => Object.values(contact).some((text) => text.trim() !== '')),
})

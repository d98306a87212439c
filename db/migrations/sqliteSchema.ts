/** What drizzle-kit compares with the last snapshot to write the next sqlite migration. */
import { sqliteKit } from '../engine/kit.ts'
import { defineTables } from '../tables.ts'

export const {
  journal, requests, versions, counters, settings, bankAccounts, users, customers, customerKeys, invoices, openItems, openBalances, allocations,
  bookedRates, exchangeDifferences, receipts, receiptMoves, exchangeRates, vouchers, voucherPrints, offsets, offsetLines, refunds,
  acceptances, acceptanceEvents, acceptanceStates, statements, statementLines, statementTwins, statementDoubts, statementRests, statementDecisions, statementStates, learntPayers, accountOpenings, reconciliations,
  periodEvents, closedPeriods, letters, letterPrints,
  contacts, promises, promiseItems, disputes, disputeItems, holds, collectionEnds,
  provisions, writeOffs, writeOffRequests, writeOffSteps, accountPapers, accountPaperPrints, accountPaperReplies, imports, importKeys, importMappings,
  interestTerms, lprRates, interestNotes, interestNoteItems, letterWordings, letterLooks, pictures, letterVoids, dunningRuns, dunningRunLines, dunningRunSteps, deliveries, deliveryOutcomes, deliveryFiles, mailAttempts, interruptions, interruptionItems, lawsuits, lawsuitItems, lawsuitEvents,
} = defineTables(sqliteKit)

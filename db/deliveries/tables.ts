import type { DeliveredPaper, DeliveryOutcome, DeliveryWay } from '../../shared/deliveries/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const deliveriesTables = (k: Kit) => ({
  /** How a paper was sent: courier and its number, by hand, by e-mail. */
  deliveries: k.table('deliveries', {
    id: k.id('id'), paper: k.oneOf<DeliveredPaper>('paper'), documentId: k.int('document_id'), way: k.oneOf<DeliveryWay>('way'), on: k.day('on_day'), tracking: k.text('tracking'), recipient: k.text('recipient'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('deliveries_document').on(t.paper, t.documentId, t.id), k.index('deliveries_on').on(t.on, t.id)]),
  /** What became of it; a mistaken entry is undone by a later one. */
  deliveryOutcomes: k.table('delivery_outcomes', {
    id: k.id('id'), deliveryId: k.int('delivery_id'), outcome: k.oneOf<DeliveryOutcome>('outcome'), on: k.day('on_day'), signedBy: k.text('signed_by'), note: k.text('note'), undoesId: k.maybeInt('undoes_id'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('delivery_outcomes_delivery').on(t.deliveryId, t.id)]),
  /** Scans: the stamped 回执, the courier's receipt; the bytes in base64. */
  deliveryFiles: k.table('delivery_files', {
    id: k.id('id'), deliveryId: k.int('delivery_id'), name: k.text('name'), type: k.text('type'), size: k.int('size'), hash: k.text('hash'), bytes: k.text('bytes'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('delivery_files_delivery').on(t.deliveryId, t.id)]),
  /** Each attempt to send a paper by e-mail; one that the server took is a delivery too. */
  mailAttempts: k.table('mail_attempts', {
    id: k.id('id'), paper: k.oneOf<DeliveredPaper>('paper'), documentId: k.int('document_id'), to: k.text('to_address'), subject: k.text('subject'), sent: k.bool('sent'), messageId: k.text('message_id'), answer: k.text('answer'), deliveryId: k.maybeInt('delivery_id'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('mail_attempts_document').on(t.paper, t.documentId, t.id)]),
})

/** What several pages open over themselves, or show beside: loaded at once with the first of them, these weigh less than one by one. */
export { default as Shown } from "./account/acts/shown"
export { default as UnknownOwner } from "./account/money/unknown-owner"
export { default as OrderActs } from "./order-acts/order-acts"
export { default as RecordPayment } from "./record-payment/record-payment"
export { default as UnappliedOffer } from "./record-payment/unapplied-offer"
export { WriteOffRequests } from "./write-off-requests/write-off-requests"

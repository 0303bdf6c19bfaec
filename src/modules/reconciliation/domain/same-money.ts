/**
 * The hint for whoever looks at an order that was paid twice at the same moment, here and in the store: two payments of
 * one amount may be one. It is kept as the reason of the change, in English; who shows it says it in the reader's words.
 */
const BEFORE = "Paid in the store at the same time: is it the same money? "
const AFTER = " is on account again."

/** @param amount a decimal string: what is on account again */
export const sameMoneyReason = (amount: string): string => `${BEFORE}${amount}${AFTER}`

/** The amount in such a reason; null for any other reason. */
export function amountOfSameMoney(reason: string): string | null {
  if (!reason.startsWith(BEFORE) || !reason.endsWith(AFTER)) return null
  const amount = reason.slice(BEFORE.length, -AFTER.length)
  return /^\d+(\.\d+)?$/.test(amount) ? amount : null
}

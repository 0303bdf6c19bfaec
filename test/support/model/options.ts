import type { WriteOffLimit } from "../../../src/modules/reconciliation/domain/write-offs/limit"

/** The currency of a scenario, by the decimals that its money has. */
export const CURRENCIES: Readonly<Record<number, string>> = { 0: "jpy", 2: "eur", 3: "kwd" }

/** A currency that is a scenario's own, as long as no more are played on one ledger than there are words of three letters. */
export function currencyOf(seed: number): string {
  const letter = (place: number): string => String.fromCodePoint(97 + (Math.floor(seed / 26 ** place) % 26))
  return letter(2) + letter(1) + letter(0)
}

/** What may be written off: above the limit nobody may in eur, one person in jpy, two persons in kwd. */
export const WRITE_OFF: {
  readonly limits: Readonly<Record<string, WriteOffLimit>>
  /** Minor units. */
  readonly approvalAbove: Readonly<Record<string, bigint>>
} = {
  limits: {
    jpy: { amount: "5000", percent: 50 },
    eur: { amount: "150.00", percent: 90 },
    kwd: { amount: "5.000", percent: 50 },
  },
  approvalAbove: { jpy: 10n ** 16n, kwd: 2_000n },
}

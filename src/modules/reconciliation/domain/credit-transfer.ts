/** Whom a transfer goes to. */
export interface Creditor {
  /** At most 70 characters. */
  readonly name: string
  readonly iban: string
  readonly bic: string | null
}

interface Transfer {
  readonly creditor: Creditor
  /** Cents. */
  readonly amount: bigint
  /** A creditor reference of ISO 11649. */
  readonly reference: string
}

const LARGEST = 99_999_999_999n

/**
 * What a QR code says for a banking app to fill in a transfer: EPC069-12, version 002, SEPA credit transfer in euros with a
 * structured reference, in UTF-8. Null of an amount that a transfer cannot have: nothing, or a thousand millions and more.
 */
export function transferPayload({ creditor, amount, reference }: Transfer): string | null {
  if (amount < 1n || amount > LARGEST) return null
  const euros = `EUR${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`
  const { name, iban, bic } = creditor
  return ["BCD", "002", "1", "SCT", bic ?? "", name, iban, euros, "", reference].join("\n")
}

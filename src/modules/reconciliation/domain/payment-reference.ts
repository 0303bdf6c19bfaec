/**
 * References by which a payer's bank names what is paid: creditor references of ISO 11649, "RF", two check digits and at
 * most 21 letters and digits. The letter behind the check digits says whose it is, so that no two are alike:
 *
 * | body      | of                                                                              |
 * | --------- | ------------------------------------------------------------------------------- |
 * | `O…`      | an order, by its display id, where that has capital letters and digits alone, 20 at most |
 * | `D…`      | an order with any other display id, by the ledger's number of it                |
 * | `A…`      | an account, by its number                                                       |
 */

/** What is left of a text when its letters are read as 10 to 35 and all of it as a number divided by 97. */
export function mod97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** @param body at most 21 capital letters and digits */
export function creditorReference(body: string): string {
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, "0")}${body}`
}

interface NamedOrder {
  readonly displayId: string
  /** The ledger's number of it. */
  readonly id: bigint
}

export function referenceOfOrder({ displayId, id }: NamedOrder): string {
  return creditorReference(/^[0-9A-Z]{1,20}$/.test(displayId) ? `O${displayId}` : `D${id}`)
}

export function referenceOfAccount(id: bigint): string {
  return creditorReference(`A${id}`)
}

/** Whether a text is an IBAN without spaces, by its form and its check digits. */
export function isIban(text: string): boolean {
  return /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1
}

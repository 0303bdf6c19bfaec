import type { Creditor } from "../domain/credit-transfer"
import { isIban } from "../domain/payment-reference"
import { knownNames, refusedOption } from "./option-checks"

/** Whom customers pay by transfer. */
export interface CreditTransferOption {
  /** As the bank account has it; at most 70 characters. */
  name: string
  /** With or without spaces. */
  iban: string
  bic?: string
}

/** What of the 331 bytes of a QR code all but the name may need. */
const BYTES_OF_NAME = 210

/** Null where no option says it: then no QR code is offered. */
export function creditorOf(option: CreditTransferOption | undefined): Creditor | null {
  if (option === undefined) return null
  knownNames("creditTransfer", option, ["name", "iban", "bic"])
  const { name, iban, bic } = option as Partial<Record<keyof CreditTransferOption, unknown>>
  const isName = typeof name === "string" && /^[^\p{Cc}\p{Surrogate}]{1,70}$/u.test(name.trim())
  if (!isName || name.trim() === "" || Buffer.byteLength(name.trim()) > BYTES_OF_NAME)
    throw refusedOption(
      `creditTransfer.name is ${JSON.stringify(name)}; use the name of the bank account's holder, 1 to 70 characters.`,
    )
  const account = typeof iban === "string" ? iban.replaceAll(" ", "").toUpperCase() : ""
  if (!isIban(account))
    throw refusedOption(
      `creditTransfer.iban is ${JSON.stringify(iban)}, whose form or check digits are wrong; use an IBAN such as "DE89 3704 0044 0532 0130 00".`,
    )
  if (
    bic !== undefined &&
    !(typeof bic === "string" && /^[0-9A-Z]{4}[A-Z]{2}[0-9A-Z]{2}(?:[0-9A-Z]{3})?$/.test(bic))
  )
    throw refusedOption(
      `creditTransfer.bic is ${JSON.stringify(bic)}; use 8 or 11 capital letters and digits, or leave it out.`,
    )
  return { name: name.trim(), iban: account, bic: bic ?? null }
}

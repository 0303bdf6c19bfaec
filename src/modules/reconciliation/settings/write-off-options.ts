import type { WriteOffLimit } from "../domain/write-offs/limit"
import type { WriteOffKind } from "../domain/write-offs/write-off"
import { booleanOf, knownNames, refusedOption, textOrNull } from "./option-checks"

/** How a store treats short payments and surpluses; every option has a default, and without limits none is written off. */
export interface WriteOffOptions {
  /** General ledger accounts that write-offs are booked on. */
  accounts?: { loss?: string; gain?: string; bankCharges?: string; cashDiscount?: string }
  /** By currency code: the smaller of an amount and a share of the order may be written off by anybody. */
  limits?: Record<string, WriteOffLimit>
  /** By currency code: above it a second person must approve; up to it, one person decides. */
  approvalAbove?: Record<string, string>
  /** Whether the host's order gets a credit line of what was written off of it. Default false. */
  hostCreditLine?: boolean
  /** Whether short payments within the limits are written off as soon as money settles the rest. Default false. */
  automatic?: boolean
}

export interface WriteOffSettings {
  readonly accounts: Readonly<Record<WriteOffKind, string | null>>
  readonly limits: Readonly<Record<string, WriteOffLimit>>
  readonly approvalAbove: Readonly<Record<string, string>>
  readonly hostCreditLine: boolean
  readonly automatic: boolean
}

/** @throws Error at boot, naming the option and what it may be */
export function writeOffSettings(options: WriteOffOptions = {}): WriteOffSettings {
  knownNames("writeOff", options, ["accounts", "limits", "approvalAbove", "hostCreditLine", "automatic"])
  const {
    accounts = {},
    limits = {},
    approvalAbove = {},
    hostCreditLine = false,
    automatic = false,
  } = options
  knownNames("writeOff.accounts", accounts, ["loss", "gain", "bankCharges", "cashDiscount"])
  for (const [currency, limit] of Object.entries(limits)) {
    knownNames(`writeOff.limits.${currency}`, limit, ["amount", "percent"])
    const { amount, percent } = limit
    requireDecimal(`writeOff.limits.${currency}.amount`, amount)
    if (
      typeof percent !== "number" ||
      !(percent >= 0 && percent <= 100) ||
      !FOUR_DIGITS.test(String(percent))
    )
      throw wrong(
        `writeOff.limits.${currency}.percent`,
        percent,
        "a number from 0 to 100 with up to four decimals",
      )
  }
  for (const [currency, amount] of Object.entries(approvalAbove)) {
    requireDecimal(`writeOff.approvalAbove.${currency}`, amount)
  }
  return {
    accounts: {
      short_payment: textOrNull("writeOff.accounts.loss", accounts.loss),
      surplus: textOrNull("writeOff.accounts.gain", accounts.gain),
      bank_charges: textOrNull("writeOff.accounts.bankCharges", accounts.bankCharges),
      cash_discount: textOrNull("writeOff.accounts.cashDiscount", accounts.cashDiscount),
    },
    limits: lowerCased(limits),
    approvalAbove: lowerCased(approvalAbove),
    hostCreditLine: booleanOf("writeOff.hostCreditLine", hostCreditLine),
    automatic: booleanOf("writeOff.automatic", automatic),
  }
}

const FOUR_DIGITS = /^\d+(?:\.\d{1,4})?$/

function requireDecimal(name: string, amount: unknown): void {
  if (typeof amount !== "string" || !/^\d+(?:\.\d+)?$/.test(amount))
    throw wrong(name, amount, 'a decimal string such as "0.50"')
}

function wrong(name: string, value: unknown, allowed: string): Error {
  return refusedOption(`${name} is ${JSON.stringify(value)}; use ${allowed}.`)
}

function lowerCased<Value>(byCurrency: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(byCurrency).map(([code, value]) => [code.toLowerCase(), value]))
}

import { STRATEGY_NAMES } from "../domain/allocate/strategies"
import type { StrategyName } from "../domain/allocate/strategy"
import { writeOffSettings, type WriteOffOptions, type WriteOffSettings } from "./write-off-options"

export { STRATEGY_NAMES }

export type UnappliedMoneyPolicy = "checkout_only" | "exact_match" | "oldest_first"

/** What a store configures in medusa-config; every option has a default. */
export interface ReconciliationOptions {
  /** Which lines an order's own money pays first. Default line_order. */
  strategy?: StrategyName
  /** What happens to money that came otherwise than through the order's own payment. Default checkout_only. */
  unappliedMoney?: UnappliedMoneyPolicy
  /** IANA name of the time zone in which days are counted. Default UTC. */
  timeZone?: string
  /** Letters that show what belongs together. Default: on, a sequence for each account, from rank 1 (a). */
  matchingCodes?: { enabled?: boolean; scope?: "account" | "store"; firstRank?: number }
  /** References of host credit lines that are money (a gift card spent), not a lower price. */
  moneyCreditLines?: string[]
  /** Small rests and surpluses. Default: none is written off. */
  writeOff?: WriteOffOptions
}

/** Where matching codes come from. */
export interface CodeSettings {
  readonly enabled: boolean
  /** Whether each account counts from the first rank, or all accounts share one sequence. */
  readonly scope: "account" | "store"
  readonly firstRank: number
}

export interface Settings extends Required<Omit<ReconciliationOptions, "matchingCodes" | "writeOff">> {
  readonly matchingCodes: CodeSettings
  readonly writeOff: WriteOffSettings
}

const POLICIES: readonly UnappliedMoneyPolicy[] = ["checkout_only", "exact_match", "oldest_first"]

/**
 * Reads the options of medusa-config and fills in the defaults.
 *
 * @throws Error at boot, naming the option and what it may be
 */
export function settingsOf(options: ReconciliationOptions = {}): Settings {
  return {
    strategy: oneOf("strategy", options.strategy ?? "line_order", STRATEGY_NAMES),
    unappliedMoney: oneOf("unappliedMoney", options.unappliedMoney ?? "checkout_only", POLICIES),
    timeZone: knownTimeZone(options.timeZone ?? "UTC"),
    matchingCodes: codeSettings(options.matchingCodes),
    moneyCreditLines: options.moneyCreditLines ?? ["store-credit", "gift-card"],
    writeOff: writeOffSettings(options.writeOff),
  }
}

const SCOPES: readonly CodeSettings["scope"][] = ["account", "store"]

function codeSettings({
  enabled = true,
  scope = "account",
  firstRank = 1,
}: NonNullable<ReconciliationOptions["matchingCodes"]> = {}): CodeSettings {
  if (!Number.isInteger(firstRank) || firstRank < 1) {
    throw new Error(
      `medusa-plugin-reconciliation: option matchingCodes.firstRank is ${firstRank}; use 1 or more.`,
    )
  }
  return { enabled, scope: oneOf("matchingCodes.scope", scope, SCOPES), firstRank }
}

function oneOf<Value extends string>(name: string, value: Value, allowed: readonly Value[]): Value {
  if (allowed.includes(value)) return value
  throw new Error(
    `medusa-plugin-reconciliation: option ${name} is "${value}"; it may be ${allowed.join(", ")}.`,
  )
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone
  } catch {
    throw new Error(
      `medusa-plugin-reconciliation: option timeZone is "${timeZone}"; use an IANA name such as "Europe/Paris".`,
    )
  }
}

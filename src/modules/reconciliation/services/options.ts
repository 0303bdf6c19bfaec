import { STRATEGY_NAMES } from "../domain/allocate/strategies"
import type { StrategyName } from "../domain/allocate/strategy"

export type UnappliedMoneyPolicy = "checkout_only" | "exact_match" | "oldest_first"

/** What a store configures in medusa-config; every option has a default. */
export interface ReconciliationOptions {
  /** Which lines an order's own money pays first. Default line_order. */
  strategy?: StrategyName
  /** What happens to money that came otherwise than through the order's own payment. Default checkout_only. */
  unappliedMoney?: UnappliedMoneyPolicy
  /** IANA name of the time zone in which days are counted. Default UTC. */
  timeZone?: string
  /** References of host credit lines that are money (a gift card spent), not a lower price. */
  moneyCreditLines?: string[]
}

export type Settings = Required<ReconciliationOptions>

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
    moneyCreditLines: options.moneyCreditLines ?? ["store-credit", "gift-card"],
  }
}

function oneOf<Value extends string>(name: string, value: Value, allowed: readonly Value[]): Value {
  if (allowed.includes(value)) return value
  throw new Error(`medusa-plugin-reconciliation: option ${name} is "${value}"; it may be ${allowed.join(", ")}.`)
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

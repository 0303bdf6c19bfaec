import { COMPONENTS, type OrderComponent } from "../domain/allocation/component-priority"
import type { OwnStrategy } from "../domain/allocation/own-strategy"
import { STRATEGY_NAMES } from "../domain/allocation/strategies"
import type { DepositRule } from "../domain/instalments/deposit"
import { METHODS } from "../domain/method"
import type { RefundLines } from "../domain/posting/split-credit"
import { RIGHTS, type Right } from "../../../types/rights"
import type { Creditor } from "../domain/credit-transfer"
import { creditorOf, type CreditTransferOption } from "./credit-transfer-option"
import { depositRules, type DepositOption } from "./deposit-options"
import { termsRules, type TermsOption } from "./terms-options"
import type { TermsRule } from "../domain/terms/terms-rule"
import { orderReaderSettings, type OrderReaderOption, type OrderReaderSettings } from "./order-reader-option"
import { booleanOf, knownNames, refusedOption, textOrNull, textsOf } from "./option-checks"
import { dayOrNull, firstReceiptsOf, lockedOf } from "./store-options"
import { writeOffSettings, type WriteOffOptions, type WriteOffSettings } from "./write-off-options"

export type UnappliedMoneyPolicy = "checkout_only" | "exact_match" | "oldest_first"
export type NightlyRun = "off" | "exact_match" | "oldest_first"
export type CreditOfOrders = "offered" | "applied"

/** What a store configures in medusa-config; every option has a default. */
export interface ReconciliationOptions {
  /** Which lines an order's own money pays first. Default line_order. */
  strategy?: string
  /** Another strategy for the orders of a sales channel, by the channel's id. */
  salesChannelStrategies?: Record<string, string>
  /** What component_priority pays first. Default tax, fees, items, shipping. */
  componentPriority?: OrderComponent[]
  /** The store's own strategies by name: lower-case letters, digits and underscores. */
  strategies?: Record<string, OwnStrategy>
  /** What happens to money that came otherwise than through the order's own payment. Default checkout_only. */
  unappliedMoney?: UnappliedMoneyPolicy
  /** By which strategy all accounts are reconciled each night, as the policy of unappliedMoney would. Default off. */
  nightlyRun?: NightlyRun
  /** Whether the ledger is checked each night against its own rules. Default true. */
  nightlyCheck?: boolean
  /** Whether a person applies what an order has left to other orders, or the policy of unappliedMoney. Default offered. */
  creditOfOrders?: CreditOfOrders
  /** Which lines a refund pays back when nobody chose them. Default newest_first. */
  refundLines?: RefundLines
  /** IANA name of the time zone in which days are counted. Default UTC. */
  timeZone?: string
  /** Letters that show what belongs together. Default: on, a sequence for each account, from rank 1 (a). */
  matchingCodes?: { enabled?: boolean; scope?: "account" | "store"; firstRank?: number }
  /** What the numbers of receipts and of credit notes begin with: capital letters and digits, at most 8. Default R and C. */
  receipts?: { prefix?: string; creditPrefix?: string }
  /** References of host credit lines that are money (a gift card spent), not a lower price. */
  moneyCreditLines?: string[]
  /**
   * What a payment provider's money came by, by the provider's id (pp_stripe_stripe): cash, cheque, transfer,
   * direct_debit, card, wallet, manual, other, or a word of the store's own. Stored with each payment.
   */
  paymentMethods?: Record<string, string>
  /** Down payments that products require; the first rule that fits an item decides. Default none. */
  deposits?: DepositOption[]
  /** When orders fall due; the first rule that fits an order as it is placed decides. Default at once. */
  paymentTerms?: TermsOption[]
  /** The key of the metadata of the host's orders, payments, captures and refunds under which another program writes the number of its invoice or credit note. Default: none is read. */
  documentNumberKey?: string | null
  /** Whether money on account that is applied to an order is shown to the host as a payment of it. Default true. */
  mirror?: boolean
  /** Whom customers pay by transfer, for the QR code of what an order owes in euros. Default: none is offered. */
  creditTransfer?: CreditTransferOption
  /** Whether orders are read from the host's tables where that is known to be right. Default: yes, one in 500 compared. */
  orderReader?: OrderReaderOption
  /** Small rests and surpluses. Default: none is written off. */
  writeOff?: WriteOffOptions
  /**
   * While the host's flag `rbac` is off: who has a right, by user id, email or id of a secret key. A right without a
   * list is everybody's who may use the admin. With the flag on, roles decide and this is not read.
   */
  rights?: Partial<Record<Right, string[]>>
  /** The day on which the books begin here ("2026-10-12"): orders of before come by a back-fill, or by a person. Default: none. */
  goLive?: string | null
  /** The first number of a series in a year, for a store that gave numbers elsewhere before: { "R-2026": 132 }. Default 1. */
  firstReceipts?: Record<string, number>
  /** What the admin's settings may not change: true for all options, or their names. Default: nothing. */
  locked?: boolean | string[]
}

/** Where matching codes come from. */
export interface CodeSettings {
  readonly enabled: boolean
  /** Whether each account counts from the first rank, or all accounts share one sequence. */
  readonly scope: "account" | "store"
  readonly firstRank: number
}

/** The series in which numbers are given, "R" in "R-2026-0042". */
export interface ReceiptSettings {
  readonly prefix: string
  readonly creditPrefix: string
}

type Derived =
  | "matchingCodes"
  | "deposits"
  | "paymentTerms"
  | "writeOff"
  | "receipts"
  | "creditTransfer"
  | "orderReader"
  | "locked"

export interface Settings extends Required<Omit<ReconciliationOptions, Derived>> {
  readonly matchingCodes: CodeSettings
  readonly deposits: readonly DepositRule[]
  readonly paymentTerms: readonly TermsRule[]
  readonly writeOff: WriteOffSettings
  readonly receipts: ReceiptSettings
  readonly creditTransfer: Creditor | null
  readonly orderReader: OrderReaderSettings
  readonly locked: readonly string[]
}

const REFUND_LINES: readonly RefundLines[] = ["newest_first", "pro_rata"]
const CREDIT_OF_ORDERS: readonly CreditOfOrders[] = ["offered", "applied"]
const NIGHTLY_RUNS: readonly NightlyRun[] = ["off", "exact_match", "oldest_first"]
const POLICIES: readonly UnappliedMoneyPolicy[] = ["checkout_only", "exact_match", "oldest_first"]

export const OPTION_NAMES = Object.keys({
  strategy: true,
  salesChannelStrategies: true,
  componentPriority: true,
  strategies: true,
  unappliedMoney: true,
  nightlyRun: true,
  nightlyCheck: true,
  creditOfOrders: true,
  refundLines: true,
  timeZone: true,
  matchingCodes: true,
  receipts: true,
  moneyCreditLines: true,
  paymentMethods: true,
  deposits: true,
  paymentTerms: true,
  documentNumberKey: true,
  mirror: true,
  creditTransfer: true,
  orderReader: true,
  writeOff: true,
  rights: true,
  goLive: true,
  firstReceipts: true,
  locked: true,
} satisfies Record<keyof ReconciliationOptions, true>) as readonly (keyof ReconciliationOptions)[]

/** The host puts the database that all modules share among each module's options. */
const OF_THE_HOST = "database"

/**
 * Reads the options of medusa-config and fills in the defaults.
 *
 * @throws Error at boot, naming the option and what it may be
 */
export function settingsOf(options: ReconciliationOptions = {}): Settings {
  const { [OF_THE_HOST]: _, ...given } = options as ReconciliationOptions & { [OF_THE_HOST]?: unknown }
  knownNames("", given, OPTION_NAMES)
  const own = ownStrategies(options.strategies ?? {})
  const names = [...STRATEGY_NAMES, ...Object.keys(own)]
  return {
    strategy: oneOf("strategy", options.strategy ?? "line_order", names),
    salesChannelStrategies: channelStrategies(options.salesChannelStrategies ?? {}, names),
    componentPriority: componentsOf(options.componentPriority ?? [...COMPONENTS]),
    strategies: own,
    unappliedMoney: oneOf("unappliedMoney", options.unappliedMoney ?? "checkout_only", POLICIES),
    nightlyRun: oneOf("nightlyRun", options.nightlyRun ?? "off", NIGHTLY_RUNS),
    nightlyCheck: booleanOf("nightlyCheck", options.nightlyCheck ?? true),
    creditOfOrders: oneOf("creditOfOrders", options.creditOfOrders ?? "offered", CREDIT_OF_ORDERS),
    refundLines: oneOf("refundLines", options.refundLines ?? "newest_first", REFUND_LINES),
    timeZone: knownTimeZone(options.timeZone ?? "UTC"),
    matchingCodes: codeSettings(options.matchingCodes),
    receipts: receiptSettings(options.receipts),
    moneyCreditLines: textsOf("moneyCreditLines", options.moneyCreditLines ?? ["store-credit", "gift-card"]),
    paymentMethods: methodTable(options.paymentMethods ?? {}),
    deposits: depositRules(options.deposits),
    paymentTerms: termsRules(options.paymentTerms),
    documentNumberKey: textOrNull("documentNumberKey", options.documentNumberKey ?? undefined),
    mirror: booleanOf("mirror", options.mirror ?? true),
    creditTransfer: creditorOf(options.creditTransfer),
    orderReader: orderReaderSettings(options.orderReader),
    writeOff: writeOffSettings(options.writeOff),
    rights: rightsOf(options.rights ?? {}),
    goLive: dayOrNull("goLive", options.goLive),
    firstReceipts: firstReceiptsOf(options.firstReceipts ?? {}),
    locked: lockedOf(options.locked ?? false, OPTION_NAMES),
  }
}

/** A list that is undefined, as one from a variable that is not set, must not open the right to everybody. */
function rightsOf(rights: Partial<Record<Right, string[]>>): Partial<Record<Right, string[]>> {
  knownNames("rights", rights, RIGHTS)
  for (const [right, who] of Object.entries(rights)) textsOf(`rights.${right}`, who)
  return rights
}

function methodTable(table: Record<string, string>): Record<string, string> {
  if (typeof table !== "object" || table === null || Array.isArray(table))
    throw refusedOption(
      `paymentMethods is ${JSON.stringify(table)}; use an object of methods by provider id.`,
    )
  for (const [provider, method] of Object.entries(table)) {
    if (typeof method === "string" && /^[a-z][a-z0-9_]{0,39}$/.test(method)) continue
    throw refusedOption(
      `paymentMethods.${provider} is ${JSON.stringify(method)}; use ${METHODS.join(", ")} or a word of lower-case letters, digits and underscores, at most 40.`,
    )
  }
  return table
}

function ownStrategies(strategies: Record<string, OwnStrategy>): Record<string, OwnStrategy> {
  for (const [name, decide] of Object.entries(strategies)) {
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(name))
      throw refusedOption(
        `strategies has "${name}"; a name is made of lower-case letters, digits and underscores, at most 40.`,
      )
    if ((STRATEGY_NAMES as readonly string[]).includes(name))
      throw refusedOption(`strategies has "${name}", which is a strategy already; choose another name.`)
    if (typeof decide !== "function") throw refusedOption(`strategies.${name} is no function.`)
  }
  return strategies
}

function channelStrategies(
  channels: Record<string, string>,
  names: readonly string[],
): Record<string, string> {
  for (const [channel, name] of Object.entries(channels))
    oneOf(`salesChannelStrategies.${channel}`, name, names)
  return channels
}

function componentsOf(priority: OrderComponent[]): OrderComponent[] {
  for (const component of textsOf("componentPriority", priority))
    oneOf<string>("componentPriority", component, COMPONENTS)
  if (new Set(priority).size < priority.length)
    throw refusedOption("componentPriority names a component twice.")
  return priority
}

const SCOPES: readonly CodeSettings["scope"][] = ["account", "store"]

/** Ranks are counted by PostgreSQL's integer, and each account counts on from here. */
const LAST_FIRST_RANK = 1_000_000

function codeSettings(options: NonNullable<ReconciliationOptions["matchingCodes"]> = {}): CodeSettings {
  knownNames("matchingCodes", options, ["enabled", "scope", "firstRank"])
  const { enabled = true, scope = "account", firstRank = 1 } = options
  if (!Number.isInteger(firstRank) || firstRank < 1 || firstRank > LAST_FIRST_RANK) {
    throw refusedOption(`matchingCodes.firstRank is ${firstRank}; use 1 to ${LAST_FIRST_RANK}.`)
  }
  return {
    enabled: booleanOf("matchingCodes.enabled", enabled),
    scope: oneOf("matchingCodes.scope", scope, SCOPES),
    firstRank,
  }
}

function receiptSettings(options: NonNullable<ReconciliationOptions["receipts"]> = {}): ReceiptSettings {
  knownNames("receipts", options, ["prefix", "creditPrefix"])
  const { prefix = "R", creditPrefix = "C" } = options
  for (const [name, value] of Object.entries({ prefix, creditPrefix })) {
    if (typeof value === "string" && /^[A-Z][A-Z0-9]{0,7}$/.test(value)) continue
    throw refusedOption(
      `receipts.${name} is ${JSON.stringify(value)}; use capital letters and digits, a letter first, at most 8.`,
    )
  }
  if (prefix === creditPrefix) throw refusedOption("receipts.prefix and receipts.creditPrefix are the same.")
  return { prefix, creditPrefix }
}

function oneOf<Value extends string>(name: string, value: Value, allowed: readonly Value[]): Value {
  if (allowed.includes(value)) return value
  throw refusedOption(`${name} is "${value}"; it may be ${allowed.join(", ")}.`)
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone
  } catch {
    throw refusedOption(`timeZone is "${timeZone}"; use an IANA name such as "Europe/Paris".`)
  }
}

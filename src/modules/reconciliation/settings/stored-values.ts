import { COMPONENTS } from "../domain/allocation/component-priority"
import { settingsOf, OPTION_NAMES, type ReconciliationOptions, type Settings } from "./options"

/** The options that are settings of the store: all but the one that says which of them are fixed. */
export type SettingName = Exclude<keyof ReconciliationOptions, "locked">

export const SETTING_NAMES = OPTION_NAMES.filter((name): name is SettingName => name !== "locked")

/** What can only stand in the configuration: a function is no value, and how the host is read is for its developer. */
const IN_CODE_ALONE: ReadonlySet<string> = new Set<SettingName>(["strategies", "orderReader"])

export const isSettingName = (name: string): name is SettingName =>
  (SETTING_NAMES as readonly string[]).includes(name)

/** Whether an option may be set on the screen at all. */
export const isEditable = (name: SettingName): boolean => !IN_CODE_ALONE.has(name)

/** What an option says where nobody set it, as JSON. */
export const DEFAULT_VALUES: Readonly<Record<SettingName, unknown>> = {
  goLive: null,
  timeZone: "UTC",
  receipts: { prefix: "R", creditPrefix: "C" },
  firstReceipts: {},
  strategy: "line_order",
  salesChannelStrategies: {},
  componentPriority: [...COMPONENTS],
  strategies: [],
  unappliedMoney: "checkout_only",
  nightlyRun: "off",
  nightlyCheck: true,
  creditOfOrders: "offered",
  refundLines: "newest_first",
  mirror: true,
  writeOff: { accounts: {}, limits: {}, approvalAbove: {}, hostCreditLine: false, automatic: false },
  matchingCodes: { enabled: true, scope: "account", firstRank: 1 },
  moneyCreditLines: ["store-credit", "gift-card"],
  paymentMethods: {},
  deposits: [],
  paymentTerms: [],
  documentNumberKey: null,
  creditTransfer: null,
  orderReader: { enabled: true, checkEvery: 500 },
  rights: {},
}

/** Options that have parts: one that names a few has the defaults of the others. */
const WITH_PARTS: ReadonlySet<SettingName> = new Set<SettingName>([
  "receipts",
  "writeOff",
  "matchingCodes",
  "orderReader",
])

/** A value as JSON, with the defaults of what it leaves out. */
export function wholeValue(name: SettingName, value: unknown): unknown {
  if (name === "strategies") return Object.keys(value ?? {})
  if (value === undefined || value === null) return DEFAULT_VALUES[name]
  if (!WITH_PARTS.has(name)) return value
  return { ...(DEFAULT_VALUES[name] as object), ...value }
}

/** What people set on the screen, by option. */
export type StoredValues = ReadonlyMap<string, unknown>

/** The options in force, and what of the stored values cannot be. */
export interface InForce {
  readonly settings: Settings
  /** Why a stored value is not in force: what it names is not there any more. */
  readonly refused: ReadonlyMap<string, string>
}

/**
 * What people set wins over the configuration, but for what is locked there. A value that was right when it was set may be
 * wrong by now, such as the name of a strategy that the store no longer has: it is left out, so that nothing stands still, and
 * the settings say so.
 */
export function settingsInForce(configured: ReconciliationOptions, stored: StoredValues): InForce {
  const { locked } = settingsOf(configured)
  const refused = new Map<string, string>()
  let options = configured
  for (const [name, value] of stored) {
    if (!isSettingName(name) || !isEditable(name) || locked.includes(name)) continue
    const tried = withValue(options, name, value)
    const why = refusalOf(tried)
    if (why === null) options = tried
    else refused.set(name, why)
  }
  return { settings: settingsOf(options), refused }
}

/** The options with one of them set to a value as JSON; null stands for none. */
export function withValue(
  options: ReconciliationOptions,
  name: SettingName,
  value: unknown,
): ReconciliationOptions {
  const { [name]: _, ...others } = options
  return value === null ? others : { ...others, [name]: value }
}

/** Why options cannot be; null where they can. */
export function refusalOf(options: ReconciliationOptions): string | null {
  try {
    settingsOf(options)
    return null
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*?: option /, "") : String(error)
  }
}

/** Whether an option may be none: then null is a value of it. */
export const mayBeNone = (name: SettingName): boolean => DEFAULT_VALUES[name] === null

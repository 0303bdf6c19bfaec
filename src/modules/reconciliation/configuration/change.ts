import type { SettingChange } from "../../../types/http"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import type { SettingsInForce } from "../ledger/settings-watch"
import { lockReceipts } from "../receipts/assign.sql"
import {
  isEditable,
  isSettingName,
  mayBeNone,
  refusalOf,
  SETTING_NAMES,
  withValue,
  type SettingName,
} from "../settings/stored-values"
import { refuseSetting } from "./refusals"
import { insertSettings, lastNumbers } from "./settings.sql"
import { originOf, rowsOf, type SettingRow } from "./view"

export interface ChangeSettings {
  readonly changes: readonly SettingChange[]
  /** The version that they were made from. */
  readonly version: string
  readonly context: ChangeContext
  readonly idempotencyKey?: string | undefined
}

export function settingsRequestOf({
  changes,
  version,
  context,
  idempotencyKey: key,
}: ChangeSettings): Request {
  const told = changes.map(({ name, value, reset }) => [name, JSON.stringify(value) ?? null, reset === true])
  return { operation: "change_settings", key, content: [version, told, context.reason] }
}

/** A change that may be made. */
export interface Checked {
  readonly name: SettingName
  /** What is in force before and after it, as JSON. */
  readonly from: unknown
  readonly to: unknown
  readonly reset: boolean
  /** What it stores; undefined of one that goes back to the configuration. */
  readonly value: unknown
}

/**
 * Checks changes by what every option is checked with at boot, all of them together.
 *
 * @throws setting_unknown | setting_named_twice | setting_locked | setting_refused | receipt_number_given
 */
export async function checked(
  session: Session,
  inForce: SettingsInForce,
  { changes, rows }: { readonly changes: readonly SettingChange[]; readonly rows: readonly SettingRow[] },
): Promise<Checked[]> {
  const seen = new Set<string>()
  const found: Checked[] = []
  let options = inForce.configured
  for (const name of SETTING_NAMES) {
    const { origin, value } = originOf(name, inForce, rows)
    if (origin === "screen" && !changes.some((change) => change.name === name))
      options = withValue(options, name, value)
  }
  for (const change of changes) {
    const { name } = change
    if (!isSettingName(name)) throw refuseSetting.unknown(name, SETTING_NAMES)
    if (seen.has(name)) throw refuseSetting.twice(name)
    seen.add(name)
    if (!isEditable(name) || inForce.live.locked.includes(name)) throw refuseSetting.locked(name)
    const standing = originOf(name, inForce, rows)
    if (change.reset) {
      found.push({ name, from: standing.value, to: standing.underneath, reset: true, value: undefined })
      continue
    }
    const { value } = change
    if (value === undefined || (value === null && !mayBeNone(name)))
      throw refuseSetting.wrong(name, `${name} is nothing; send a value, or reset.`)
    options = withValue(options, name, value)
    const why = refusalOf(options)
    if (why !== null) throw refuseSetting.wrong(name, why)
    found.push({ name, from: standing.value, to: value, reset: false, value })
  }
  await requireFreeNumbers(session, found)
  return found
}

/** A number is never given twice, so a series begins above those that were given. @throws receipt_number_given */
async function requireFreeNumbers(session: Session, found: readonly Checked[]): Promise<void> {
  const change = found.find(({ name }) => name === "firstReceipts")
  if (!change) return
  const before = change.from as Record<string, number>
  const after = change.to as Record<string, number>
  const moved = Object.keys(after).filter((series) => after[series] !== before[series])
  const rows = await session.run<{ series: string; last: number }>(lastNumbers, [moved])
  const given = rows.find(({ series, last }) => last > 0 && (after[series] ?? 1) <= last)
  if (given) throw refuseSetting.numberGiven(given.series, given.last)
}

/**
 * Writes changes down, of which each is a row. The transaction must hold the settings.
 *
 * @throws settings_stale, and what checking them throws
 */
export async function changeSettings(
  session: Session,
  inForce: SettingsInForce,
  { changes, version, context }: ChangeSettings,
): Promise<void> {
  const rows = await rowsOf(session)
  const current = rows[0]?.id ?? "0"
  if (version !== current) throw refuseSetting.stale(current, version, changedSince(rows, version))
  if (changes.some(({ name }) => name === "firstReceipts")) await session.run(lockReceipts)
  const found = await checked(session, inForce, { changes, rows })
  const moved = found.filter((one) => !isSame(one, rows))
  if (moved.length === 0) return
  await session.run(insertSettings, [
    moved.map(({ name }) => name),
    moved.map(({ reset, value }) => (reset ? null : JSON.stringify(value))),
    context.reason ?? null,
    context.cause,
    context.actor.type,
    context.actor.id,
  ])
}

/** Whether a change says what its setting says already. */
function isSame({ name, reset, value }: Checked, rows: readonly SettingRow[]): boolean {
  const newest = rows.find((row) => row.name === name)
  if (!newest || newest.is_reset) return reset
  return !reset && sorted(newest.value) === sorted(value)
}

/** The same JSON whatever the order of its names: the database keeps them in its own. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

const changedSince = (rows: readonly SettingRow[], version: string): string => {
  const since = /^\d{1,18}$/.test(version) ? BigInt(version) : 0n
  return (
    [...new Set(rows.filter(({ id }) => BigInt(id) > since).map(({ name }) => name))].join(", ") || "nothing"
  )
}

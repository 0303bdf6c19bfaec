import type { NotedBy, SeriesView, SettingHistoryEntry, SettingValue, SettingView } from "../../../types/http"
import type { Session } from "../ledger/database"
import type { SettingsInForce } from "../ledger/settings-watch"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import {
  DEFAULT_VALUES,
  isEditable,
  SETTING_NAMES,
  wholeValue,
  type SettingName,
} from "../settings/stored-values"
import { lastNumbers, listChanges, listSettings } from "./settings.sql"

/** A change of a setting as it stands; of each there are the newest two. */
export interface SettingRow {
  readonly id: string
  readonly name: string
  readonly value: unknown
  readonly is_reset: boolean
  readonly reason: string | null
  readonly actor_type: NotedBy["type"]
  readonly actor_id: string | null
  readonly at: string
  readonly place: number
}

export async function rowsOf(session: Session): Promise<SettingRow[]> {
  return session.run<SettingRow>(listSettings)
}

/** Where the value in force comes from, and what would hold without the screen. */
interface Origin {
  readonly name: SettingName
  readonly origin: SettingView["origin"]
  readonly value: unknown
  readonly configured: unknown
  readonly underneath: unknown
  readonly locked: boolean
}

export function originOf(name: SettingName, inForce: SettingsInForce, rows: readonly SettingRow[]): Origin {
  const given = inForce.configured[name]
  const isGiven = given !== undefined
  const underneath = wholeValue(name, given)
  const locked = inForce.live.locked.includes(name)
  const newest = rows.find((row) => row.name === name)
  const isStored = newest !== undefined && !newest.is_reset && !locked && isEditable(name)
  const isSet = isStored && !inForce.refused.has(name)
  return {
    name,
    origin: isSet ? "screen" : isGiven ? "configuration" : "default",
    value: isSet ? wholeValue(name, newest.value) : underneath,
    configured: isGiven ? underneath : null,
    underneath,
    locked,
  }
}

/** Every option, as it is in force; people by their ids alone. */
export function viewOfSettings(inForce: SettingsInForce, rows: readonly SettingRow[]): SettingView[] {
  return SETTING_NAMES.map((name) => {
    const { origin, value, configured, underneath, locked } = originOf(name, inForce, rows)
    const [newest, before] = rows.filter((row) => row.name === name)
    const earlier = !before || before.is_reset ? underneath : wholeValue(name, before.value)
    return {
      name,
      value: value as SettingValue,
      default: DEFAULT_VALUES[name] as SettingValue,
      configured: configured as SettingValue,
      origin,
      locked,
      editable: isEditable(name),
      by: newest && !locked ? { type: newest.actor_type, id: newest.actor_id, name: null } : null,
      at: newest && !locked ? newest.at : null,
      reason: newest && !locked ? newest.reason : null,
      previous: (newest ? earlier : null) as SettingValue,
      refused: inForce.refused.get(name) ?? null,
    }
  })
}

/** How far the numbers of this year's series have come. */
export async function viewOfSeries(
  session: Session,
  { live: { receipts, firstReceipts } }: SettingsInForce,
  year: string,
): Promise<SeriesView[]> {
  const named = [`${receipts.prefix}-${year}`, `${receipts.creditPrefix}-${year}`]
  const rows = await session.run<{ series: string; last: number }>(lastNumbers, [named])
  return rows.map(({ series, last }) => {
    const next = Math.max(last + 1, firstReceipts[series] ?? 1)
    return { series, last, next: `${series}-${String(next).padStart(4, "0")}` }
  })
}

export interface HistoryFilter {
  readonly name?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A page of what was changed, the newest first. @throws cursor_malformed */
export async function historyOf(
  session: Session,
  { name, cursor, limit }: HistoryFilter,
): Promise<{ changes: SettingHistoryEntry[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : numberPlaceOf(cursor)
  const rows = await session.run<SettingRow & { before: unknown }>(listChanges, [
    after,
    name ?? null,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    changes: page.map((row) => ({
      id: row.id,
      name: row.name,
      value: row.value as SettingValue,
      reset: row.is_reset,
      before: (row.before ?? null) as SettingValue,
      reason: row.reason,
      by: { type: row.actor_type, id: row.actor_id, name: null },
      at: row.at,
    })),
    nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
  }
}

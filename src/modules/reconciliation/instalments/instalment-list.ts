import type { ListedInstalmentView, OwnerType } from "../../../types/http"
import { daysBetween } from "../domain/day"
import { decimalOf } from "../domain/money"
import { cursorOf, placeOf, type Place } from "../items/keyset"
import type { Session } from "../ledger/database"
import { conditionsOf, type InstalmentsWanted } from "./instalment-filter"
import {
  findHorizon,
  listInstalments,
  readTitles,
  readWhatBecame,
  within,
  type Conditions,
} from "./list-instalments.sql"
import { viewOfInstalment } from "./payment-plan-view"
import { standingsOf, type PlanStanding } from "./plans"

export interface InstalmentFilter extends InstalmentsWanted {
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface InstalmentPage {
  readonly instalments: ListedInstalmentView[]
  readonly nextCursor: string | null
}

/** When it is asked, and where. */
export interface Asked {
  /** The day in the accounting time zone. */
  readonly today: string
  readonly timeZone: string
}

interface PlacedRow {
  readonly id: string
  readonly document_id: string
  readonly due_on: string
  readonly order_id: string
  readonly display_id: string
  readonly version: number
  readonly account_id: string
  readonly owner_type: OwnerType
  readonly owner_id: string
  readonly owner_name: string | null
  readonly owner_company: string | null
  readonly currency_code: string
  readonly digits: number
}

/** A row whose instalment is in the view that was asked for. */
interface Found {
  readonly row: PlacedRow
  readonly standing: PlanStanding
}

/**
 * A page of planned payments: those to come in the order in which they fall due, those paid with the last one first.
 *
 * @throws cursor_malformed
 */
export async function listPlanned(
  session: Session,
  { cursor, limit, ...wanted }: InstalmentFilter,
  asked: Asked,
): Promise<InstalmentPage> {
  const isPaid = wanted.view === "paid"
  const conditions = conditionsOf(wanted, asked.today)
  const found: Found[] = []
  let after = cursor === undefined ? null : placeOf(cursor)
  let hasMore = true
  while (hasMore && found.length <= limit) {
    // oxlint-disable-next-line no-await-in-loop -- only orders of which money was taken back leave a page unfilled
    const rows = await rowsAfter(session, conditions, { isPaid, after, limit })
    // oxlint-disable-next-line no-await-in-loop -- as above
    found.push(...(await inView(session, rows, { isPaid, today: asked.today })))
    const last = rows.at(-1)
    hasMore = rows.length > limit
    if (last) after = { day: last.due_on, id: last.id } satisfies Place
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)?.row
  return {
    instalments: await viewsOf(session, page, asked),
    nextCursor: found.length > limit && last ? cursorOf(last.due_on, last.id) : null,
  }
}

interface Next {
  readonly isPaid: boolean
  readonly after: Place | null
  readonly limit: number
}

/** How many times a page it is looked ahead: what was paid, or is not theirs to keep, is not listed. */
const AHEAD = 4

/**
 * The next rows, and one more where there are more. What is kept for each is derived by its order: where days narrow it, only
 * of orders that have something due in the days that a page takes, and of all where these turn out to have too little.
 */
async function rowsAfter(
  session: Session,
  conditions: Conditions,
  { isPaid, after, limit }: Next,
): Promise<PlacedRow[]> {
  const read = async (of: Conditions): Promise<PlacedRow[]> =>
    session.run<PlacedRow>(listInstalments(of, isPaid, after === null), [
      ...of.parameters,
      ...(after === null ? [] : [after.day, after.id]),
      limit + 1,
    ])
  if (!isPaid && conditions.since !== undefined) {
    const since = after?.day ?? conditions.since
    const [horizon] = await session.run<{ day: string | null }>(findHorizon, [AHEAD * (limit + 1), since])
    const rows = horizon?.day ? await read(within(conditions, { since, until: horizon.day })) : []
    if (rows.length > limit) return rows
  }
  return await read(conditions)
}

/** The statement says of all but those of which money was taken back; what the domain says decides. */
async function inView(
  session: Session,
  rows: readonly PlacedRow[],
  { isPaid, today }: { readonly isPaid: boolean; readonly today: string },
): Promise<Found[]> {
  const standings = await standingsOf(session, [...new Set(rows.map((row) => row.document_id))], today)
  return rows.flatMap((row) => {
    const standing = standings.get(BigInt(row.document_id))
    const instalment = standing?.instalments.find(({ id }) => id === BigInt(row.id))
    if (!standing || !instalment) return []
    const { state } = viewOfInstalment(instalment, standing, { digits: row.digits, today })
    const isIn = isPaid ? state === "settled" : state !== "settled" && state !== "lapsed"
    return isIn ? [{ row, standing }] : []
  })
}

interface BecameRow {
  readonly id: string
  readonly postponed: number
  readonly note: string | null
  readonly failed_on: string | null
  readonly paid_on: string | null
  readonly edited: boolean
}

async function viewsOf(
  session: Session,
  found: readonly Found[],
  { today, timeZone }: Asked,
): Promise<ListedInstalmentView[]> {
  if (found.length === 0) return []
  const titles = await titlesOf(session, [...new Set(found.map(({ row }) => row.document_id))])
  const became = await session.run<BecameRow>(readWhatBecame, [found.map(({ row }) => row.id), timeZone])
  const becameOf = new Map(became.map((one) => [one.id, one]))
  return found.map((one) => viewOf(one, { titles, became: becameOf.get(one.row.id), today }))
}

interface Around {
  readonly titles: ReadonlyMap<string, string>
  readonly became: BecameRow | undefined
  readonly today: string
}

function viewOf({ row, standing }: Found, { titles, became, today }: Around): ListedInstalmentView {
  const { digits } = row
  const id = BigInt(row.id)
  const instalment = standing.instalments.find((one) => one.id === id)
  if (!instalment) throw new Error(`instalment ${row.id} is not in its plan`)
  const reservation = standing.reservations.find((one) => one.instalment.id === id)
  // What is paid keeps no room any more: then it is said what it was put on.
  const lines = reservation && reservation.reserved > 0n ? reservation.lines : instalment.settled
  return {
    ...viewOfInstalment(instalment, standing, { digits, today }),
    order_id: row.order_id,
    display_id: row.display_id,
    order_version: row.version,
    account_id: row.account_id,
    customer_id: row.owner_type === "customer" ? row.owner_id : null,
    currency_code: row.currency_code,
    digits,
    owner: {
      account_id: row.account_id,
      type: row.owner_type,
      id: row.owner_id,
      name: row.owner_name,
      company: row.owner_company,
    },
    titles: lines.map(({ lineKey }) => titles.get(`${row.document_id} ${lineKey}`) ?? lineKey),
    kept: decimalOf(reservation?.reserved ?? 0n, digits),
    days: daysBetween(today, instalment.dueOn),
    postponed: became?.postponed ?? 0,
    failed_on: became?.failed_on ?? null,
    failed_because: became?.note ?? null,
    paid_on: became?.paid_on ?? null,
    items_changed: became?.edited ?? false,
  }
}

/** By document and line, what the line was called first. */
async function titlesOf(
  session: Session,
  documents: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await session.run<{ document_id: string; line_key: string; title: string }>(readTitles, [
    documents,
  ])
  return new Map(rows.map(({ document_id: id, line_key: line, title }) => [`${id} ${line}`, title]))
}

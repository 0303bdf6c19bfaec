import type { ListedOrder, ListedTransactionView, OwnerType, ShownNoteView } from "../../../types/http"
import { partsOf } from "../accounts/transaction-parts"
import type { TransactionParts } from "../accounts/transaction-rows"
import { moneyOf, TransactionViews } from "../accounts/transaction-view"
import { daysBetween } from "../domain/day"
import { UNPLANNED } from "../instalments/plans"
import { listedCursorOf, listedPlaceOf } from "../items/keyset"
import type { Session } from "../ledger/database"
import { countedAttachments } from "../attachments/counted"
import { shownNotes } from "../notes/shown"
import { listTransactions, readSurroundings } from "./list-transactions.sql"
import { conditionsOf, type TransactionsPage } from "./transaction-filter"
import { withUnsure } from "./unsure-states"
import { openOf, type Open } from "./why-open"

interface PlaceRow {
  readonly number: string
  readonly account_id: string
  readonly ref: string
  readonly is_order: boolean
  readonly place: string
  readonly sales_channel_id: string | null
  readonly due_on: string | null
  readonly contradicts: boolean
  readonly happened_on: string
  readonly open: string
  readonly side: "debit" | "credit"
  readonly unreconciled: boolean
  readonly to_check: boolean
  /** How many stand. */
  readonly notes: number
  readonly owner_type: OwnerType
  readonly owner_id: string
  readonly owner_name: string | null
  readonly owner_company: string | null
  readonly currency_code: string
  readonly digits: number
}

interface SurroundingsRow {
  readonly place: number
  readonly fitting: { id: string; display_id: string }[]
  readonly owes: boolean
  readonly unapplied: string
  readonly largest: string
}

export interface ListedTransactions {
  readonly transactions: ListedTransactionView[]
  readonly nextCursor: string | null
}

const PLACES: Readonly<Record<ListedOrder, "moment" | "size" | "owner">> = {
  newest: "moment",
  oldest: "moment",
  largest: "size",
  smallest: "size",
  owner: "owner",
}

/**
 * A page of transactions of all accounts, each with why it is open and what to do next.
 *
 * @param today the day in the accounting time zone
 * @throws cursor_malformed
 */
export async function pageOfAll(
  session: Session,
  { sort: asked, cursor, limit, ...wanted }: TransactionsPage,
  today: string,
): Promise<ListedTransactions> {
  // One account has one owner.
  const sort = asked === "owner" && wanted.accountId !== undefined ? "oldest" : asked
  const after = cursor === undefined ? null : listedPlaceOf(cursor, PLACES[sort])
  const conditions = conditionsOf(await withUnsure(session, wanted, today), today)
  const found = await session.run<PlaceRow>(listTransactions(sort, conditions, after === null), [
    ...conditions.parameters,
    ...(after === null ? [] : [after.place, after.number]),
    limit + 1,
  ])
  const places = found.slice(0, limit)
  const last = places.at(-1)
  const parts = await partsOf(
    session,
    places.map((row) => ({ accountId: BigInt(row.account_id), ref: row.ref, isOrder: row.is_order })),
    { digitsOf: digitsIn(places), today },
  )
  const around = await surroundingsOf(session, places)
  const notes = await shownNotes(session, places)
  const files = await countedAttachments(session, places)
  return {
    transactions: viewsOf(places, { parts, around, notes, files, today }),
    nextCursor: found.length > limit && last ? listedCursorOf(last) : null,
  }
}

function digitsIn(places: readonly PlaceRow[]): (accountId: string) => number {
  const digits = new Map(places.map((row) => [row.account_id, row.digits]))
  return (accountId) => digits.get(accountId) ?? 0
}

/** By place on the page; nothing is asked about what is settled. */
async function surroundingsOf(
  session: Session,
  places: readonly PlaceRow[],
): Promise<ReadonlyMap<PlaceRow, SurroundingsRow>> {
  const open = places.filter(({ unreconciled }) => unreconciled)
  if (open.length === 0) return new Map()
  const rows = await session.run<SurroundingsRow>(readSurroundings, [
    open.map((row) => row.account_id),
    open.map((row) => row.open),
  ])
  return new Map(
    rows.flatMap((row) => {
      const place = open[row.place - 1]
      return place ? [[place, row] as const] : []
    }),
  )
}

interface Read {
  readonly parts: TransactionParts
  readonly around: ReadonlyMap<PlaceRow, SurroundingsRow>
  readonly notes: ReadonlyMap<PlaceRow, ShownNoteView>
  readonly files: ReadonlyMap<PlaceRow, number>
  readonly today: string
}

function viewsOf(places: readonly PlaceRow[], read: Read): ListedTransactionView[] {
  const views = new TransactionViews(read.parts)
  return places.map((place, index) => {
    const open = whyOf(views, { place, index }, read)
    return {
      ...views.standing(index),
      number: place.number,
      owner: {
        account_id: place.account_id,
        type: place.owner_type,
        id: place.owner_id,
        name: place.owner_name,
        company: place.owner_company,
      },
      currency_code: place.currency_code,
      digits: place.digits,
      sales_channel_id: place.sales_channel_id,
      due_on: place.due_on,
      age_days: Math.max(0, daysBetween(place.happened_on, read.today)),
      why: open?.why ?? null,
      next_step: open?.next_step ?? null,
      to_check: place.to_check,
      notes: place.notes,
      note: read.notes.get(place) ?? null,
      attachments: read.files.get(place) ?? 0,
    }
  })
}

function whyOf(
  views: TransactionViews,
  { place, index }: { readonly place: PlaceRow; readonly index: number },
  { parts, around, today }: Read,
): Open | null {
  const own = around.get(place)
  if (!own) return null
  const row = views.row(index)
  return openOf({
    kind: views.standing(index).kind,
    side: place.side,
    ownerType: place.owner_type,
    fitting: own.fitting,
    owes: own.owes,
    unapplied: BigInt(own.unapplied),
    largest: BigInt(own.largest),
    row,
    standing: views.standingOf(row),
    plan: parts.plans.get(BigInt(row.document_id ?? 0)) ?? UNPLANNED,
    today,
    money: (units) => moneyOf(parts, row, units),
  })
}

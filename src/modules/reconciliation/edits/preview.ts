import type { AllocationsChangeView, AllocationsPreview, OrderEffect } from "../../../types/http"
import type { Session } from "../ledger/database"
import { viewOrder, type LedgerOrder } from "../orders/order-view"
import { ordersOfItems } from "./take-back.sql"

/** As many orders as a person looks through before saying yes. */
const MOST_ORDERS = 20

/** A change as it was done in a dry run, with the orders that it touched as they were then. */
interface Tried {
  readonly done: AllocationsChangeView
  readonly after: readonly LedgerOrder[]
}

/** Looks at what a change did, before the dry run takes it back. */
export async function lookAt(
  session: Session,
  { done, today }: { readonly done: AllocationsChangeView; readonly today: string },
): Promise<Tried> {
  const touched = [...done.released, ...done.allocated].flatMap((move) => [
    move.credit_item_id,
    move.debit_item_id,
  ])
  const orders = await session.run<{ order_id: string }>(ordersOfItems, [[...new Set(touched)], MOST_ORDERS])
  return {
    done,
    after: await viewOrders(
      session,
      orders.map((row) => row.order_id),
      today,
    ),
  }
}

/** The same beside what its orders are, once the dry run is over. */
export async function compared(
  session: Session,
  { done, after }: Tried,
  today: string,
): Promise<AllocationsPreview> {
  const { change_id: _, version, ...moves } = done
  const before = await viewOrders(
    session,
    after.map(({ id }) => id),
    today,
  )
  const touched = new Set(
    [...moves.released, ...moves.allocated, ...moves.kept].flatMap(({ credit, debit }) => [
      credit.row,
      debit.row,
    ]),
  )
  const orders = after.flatMap((is, index) => {
    const was = before[index]
    const rows = is.rows.map(({ key }) => key).filter((key) => touched.has(key))
    return was ? [{ ...effectOf(was, is), rows }] : []
  })
  return { base_version: done.changed ? version - 1 : version, ...moves, orders }
}

async function viewOrders(session: Session, ids: readonly string[], today: string): Promise<LedgerOrder[]> {
  const views: LedgerOrder[] = []
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- in one transaction, one after the other
    const view = await viewOrder(session, id, today)
    if (view) views.push(view)
  }
  return views
}

export function effectOf(before: LedgerOrder, after: LedgerOrder): OrderEffect {
  return {
    id: after.id,
    display_id: after.display_id,
    state_before: before.state,
    state_after: after.state,
    code_before: before.code,
    code_after: after.code,
    open_before: before.totals.open,
    open_after: after.totals.open,
    unallocated_before: before.totals.unallocated,
    unallocated_after: after.totals.unallocated,
  }
}

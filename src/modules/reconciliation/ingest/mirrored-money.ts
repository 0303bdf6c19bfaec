import type { Problem } from "../domain/posting/document-state"
import { before, GRACE_MILLISECONDS, moneyKeyOf } from "./captures-and-refunds"
import { moment, present, type HostMoneyRow, type HostOrder, type HostPayment } from "./host-order"
import { isMirror, isOfMirror, mirrorNameIn, takesBack } from "./mirror-names"
import { unknownMirror } from "./problems"

/** An order without what the ledger itself wrote into it. */
export interface OwnMoney {
  readonly order: HostOrder
  /** Mirrors that no row of the outbox speaks of. */
  readonly problems: readonly Problem[]
  /** Keys of refunds of mirrors of which it is not known yet who made them: they are left for the next read. */
  readonly heldBack: readonly string[]
}

/** The names of all mirrors that some orders show, to ask the outbox which of them it knows. */
export function mirrorsIn(orders: readonly HostOrder[]): string[] {
  const names = orders
    .flatMap(paymentsOf)
    .flatMap(({ captures }) => present(captures).flatMap(({ id }) => mirrorNameIn(id) ?? []))
  return [...new Set(names)]
}

/**
 * Leaves aside what the mirror wrote: captures, refunds that take them back, refunds that the host made on paper when it
 * cancelled the order, and the transactions that count those. A refund of a mirror that a transaction names by its own
 * id was made by a person, and stays.
 *
 * @param known names of mirrors of which the outbox has a row
 */
export function withoutMirrors(
  order: HostOrder,
  { known, readAt }: { readonly known: ReadonlySet<string>; readonly readAt: string },
): OwnMoney {
  const mirrors = paymentsOf(order).filter(isMirror)
  const transactions = present(order.transactions)
  if (mirrors.length === 0 && !transactions.some(({ id }) => mirrorNameIn(id) !== null))
    return { order, problems: [], heldBack: [] }
  const named = new Set(transactions.map(({ reference_id: id }) => id))
  const grace = before(readAt, GRACE_MILLISECONDS)
  const isYoung = (row: HostMoneyRow): boolean => moment(row.created_at) >= grace
  const asideOf = (payment: HostPayment): Aside => {
    const untagged = present(payment.refunds).filter((row) => !takesBack(row))
    const unnamed = untagged.filter(({ id }) => !named.has(id))
    const isPaper = named.has(payment.id)
    return {
      payment,
      captures: present(payment.captures).filter(isOfMirror),
      refunds: [...present(payment.refunds).filter(takesBack), ...(isPaper ? unnamed : [])],
      held: isPaper ? [] : unnamed.filter(isYoung),
    }
  }
  const asides = new Map(mirrors.map((payment) => [payment.id, asideOf(payment)]))
  const all = [...asides.values()]
  const unknown = all.flatMap(({ captures }) =>
    captures.filter(({ id }) => !known.has(mirrorNameIn(id) ?? "")),
  )
  return {
    order: { ...order, ...rowsWithout(order, asides) },
    problems: unknown.map(unknownMirror),
    heldBack: all.flatMap(({ held }) => held.map((row) => moneyKeyOf(row, "out"))),
  }
}

interface Aside {
  readonly payment: HostPayment
  readonly captures: readonly HostMoneyRow[]
  readonly refunds: readonly HostMoneyRow[]
  readonly held: readonly HostMoneyRow[]
}

function rowsWithout(
  { payment_collections: collections, transactions }: HostOrder,
  asides: ReadonlyMap<string, Aside>,
): Pick<HostOrder, "payment_collections" | "transactions"> {
  const left = [...asides.values()].flatMap(({ captures, refunds, held }) => [
    ...captures,
    ...refunds,
    ...held,
  ])
  const gone = new Set([...left.map(({ id }) => id), ...asides.keys()])
  const own = (rows: HostPayment["captures"]): HostMoneyRow[] =>
    present(rows).filter(({ id }) => !gone.has(id))
  return {
    payment_collections: present(collections).map((collection) => ({
      ...collection,
      payments: present(collection.payments).map((payment) =>
        asides.has(payment.id)
          ? { ...payment, captures: own(payment.captures), refunds: own(payment.refunds) }
          : payment,
      ),
    })),
    transactions: present(transactions).filter(
      ({ id, reference_id: reference }) => mirrorNameIn(id) === null && !gone.has(reference ?? ""),
    ),
  }
}

const paymentsOf = ({ payment_collections: collections }: HostOrder): HostPayment[] =>
  present(collections).flatMap(({ payments }) => present(payments))

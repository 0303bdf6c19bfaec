import { planInWork, type PlanInWork } from "../domain/instalments/fulfil"
import { leftOf } from "../domain/instalments/instalment"
import { minorUnitsOf, positiveMinorUnitsOf } from "../domain/money"
import { instalmentNotFound, refuseClosed } from "../instalments/change-instalment"
import { findInstalment } from "../instalments/load-plan.sql"
import { instalmentsOf } from "../instalments/plans"
import type { Session } from "../ledger/database"
import { findDocument, type LoadedDocument } from "../ledger/documents"
import { orderNotRead } from "../ledger/lock"
import type { Account } from "../ledger/rows"
import { instalmentElsewhere, lineTwice, orderElsewhere, orderTwice } from "./refusals"
import type { Payment, TickedOrder } from "./types"

/** An order that is to be paid, read under the lock of its account; amounts are minor units. */
export interface WantedOrder {
  readonly loaded: LoadedDocument
  readonly amount: bigint | null
  readonly lines: ReadonlyMap<string, bigint> | null
  readonly difference: TickedOrder["difference"]
  /** Its planned payments, the one that is named first. */
  readonly plan: PlanInWork
  /** What is left of the planned payment that is named, where no order was ticked. */
  readonly atMost: bigint | null
}

/**
 * Reads what is to be paid. The account must be locked.
 *
 * @throws order_not_read | order_of_another_account | order_named_twice | line_named_twice | instalment_not_found |
 *   instalment_settled | instalment_cancelled | instalment_of_other_order | amount_malformed …
 */
export async function wantedOrders(
  session: Session,
  account: Account,
  { orders, instalmentId }: Pick<Payment, "orders" | "instalmentId">,
): Promise<WantedOrder[]> {
  const planned = instalmentId === null ? null : await orderOfInstalment(session, instalmentId)
  const ticked = orders ?? (planned === null ? [] : [ofInstalment(planned)])
  if (planned !== null && !ticked.some(({ orderId }) => orderId === planned))
    throw instalmentElsewhere(instalmentId ?? "", planned)
  refuseTwice(ticked)
  const wanted: WantedOrder[] = []
  for (const one of ticked) {
    // oxlint-disable-next-line no-await-in-loop -- a payment rarely pays more than a few orders
    const loaded = await findDocument(session, one.orderId)
    if (!loaded) throw orderNotRead(one.orderId)
    if (loaded.document.accountId !== account.id)
      throw orderElsewhere(one.orderId, account, loaded.document.accountId)
    const named = one.orderId === planned ? instalmentId : null
    // oxlint-disable-next-line no-await-in-loop -- a payment rarely pays more than a few orders
    const { plan, left } = await planOf(session, loaded, named)
    wanted.push({
      loaded,
      ...amountsOf(one, account.digits),
      difference: one.difference,
      plan,
      atMost: orders === null ? left : null,
    })
  }
  return wanted
}

const ofInstalment = (orderId: string): TickedOrder => ({
  orderId,
  amount: null,
  lines: null,
  difference: null,
})

async function orderOfInstalment(session: Session, id: string): Promise<string> {
  const [found] = /^\d{1,18}$/.test(id) ? await session.run<{ order_id: string }>(findInstalment, [id]) : []
  if (!found) throw instalmentNotFound(id)
  return found.order_id
}

function refuseTwice(ticked: readonly TickedOrder[]): void {
  const seen = new Set<string>()
  for (const { orderId, lines } of ticked) {
    if (seen.has(orderId)) throw orderTwice(orderId)
    seen.add(orderId)
    const named = new Set<string>()
    for (const { line } of lines ?? []) {
      if (named.has(line)) throw lineTwice(orderId, line)
      named.add(line)
    }
  }
}

function amountsOf(
  { amount, lines }: TickedOrder,
  digits: number,
): { amount: bigint | null; lines: ReadonlyMap<string, bigint> | null } {
  return {
    amount: amount === null ? null : positiveMinorUnitsOf(amount, digits, "orders.amount"),
    lines: lines && new Map(lines.map((one) => [one.line, unitsOfLine(one.amount, digits)])),
  }
}

/** An item that shall get nothing may be said to get 0. */
function unitsOfLine(text: string, digits: number): bigint {
  const field = "orders.lines.amount"
  return minorUnitsOf(text, digits, field) === 0n ? 0n : positiveMinorUnitsOf(text, digits, field)
}

async function planOf(
  session: Session,
  { document }: LoadedDocument,
  instalmentId: string | null,
): Promise<{ plan: PlanInWork; left: bigint | null }> {
  if (document.plan === 0 && instalmentId === null) return { plan: [], left: null }
  const instalments = (await instalmentsOf(session, [document.id])).get(document.id) ?? []
  const plan = planInWork(instalments)
  if (instalmentId === null) return { plan, left: null }
  const named = instalments.find(({ id }) => id.toString() === instalmentId)
  if (!named) throw instalmentNotFound(instalmentId)
  refuseClosed(named, document.orderId)
  const isNamed = ({ instalment }: PlanInWork[number]): boolean => instalment.id === named.id
  return {
    plan: [...plan.filter(isNamed), ...plan.filter((one) => !isNamed(one))],
    left: leftOf(named),
  }
}

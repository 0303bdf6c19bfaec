import { fill } from "./fill"
import { debtOf } from "../open-item"
import { byLine, byOccurrence } from "./order-of"
import type { Candidate, Proposal, Strategy } from "./strategy"

/**
 * Money pays an order when it equals the open balance of exactly one order placed no later than it.
 * Two such orders: nothing, for a guess is worse than an open item. When every credit has had its
 * turn, money that equals the open balance of the whole account pays it. Linear but for the sorting.
 */
export const exactMatch: Strategy = (credits, debits) => {
  const money = credits.toSorted(byOccurrence)
  const lines = debits.toSorted(byLine)
  const unpaid = new UnpaidOrders(lines)
  return [...money.flatMap((credit) => payOneOrder(credit, unpaid)), ...payWholeAccount(money, lines)]
}

function payOneOrder(credit: Candidate, unpaid: UnpaidOrders): Proposal[] {
  const order = credit.open > 0n ? unpaid.takeOnly(credit.open, credit.item.occurredOn) : undefined
  return order ? fill([credit], order.lines, "exact_match") : []
}

function payWholeAccount(money: readonly Candidate[], debits: readonly Candidate[]): Proposal[] {
  const owed = debits.filter((debit) => debit.open > 0n)
  const balance = balanceOf(owed)
  const last = owed.reduce((day, debit) => (debit.placedOn > day ? debit.placedOn : day), "")
  const credit = money.find((one) => one.open > 0n && one.open === balance && one.item.occurredOn >= last)
  return credit ? fill([credit], owed, "exact_balance") : []
}

interface UnpaidOrder {
  readonly placedOn: string
  readonly lines: readonly Candidate[]
}

/** Orders by open balance, those of the same balance by the day they were placed. */
class UnpaidOrders {
  private readonly byBalance = new Map<bigint, UnpaidOrder[]>()

  constructor(lines: readonly Candidate[]) {
    for (const order of ordersOf(lines)) {
      const balance = balanceOf(order.lines)
      const alike = this.byBalance.get(balance)
      if (alike) alike.push(order)
      else this.byBalance.set(balance, [order])
    }
    // Newest first, so that the oldest is the last, where taking it costs nothing.
    for (const alike of this.byBalance.values())
      alike.sort((one, other) => (one.placedOn < other.placedOn ? 1 : -1))
  }

  /** Takes out the order with this balance, when just one of them was placed by then. */
  takeOnly(balance: bigint, day: string): UnpaidOrder | undefined {
    const alike = this.byBalance.get(balance)
    const oldest = alike?.at(-1)
    const next = alike?.at(-2)
    if (!oldest || oldest.placedOn > day || (next && next.placedOn <= day)) return undefined
    return alike?.pop()
  }
}

function ordersOf(debits: readonly Candidate[]): UnpaidOrder[] {
  const orders = new Map<string, Candidate[]>()
  for (const debit of debits) {
    const id = debtOf(debit.item)
    const lines = orders.get(id)
    if (lines) lines.push(debit)
    else orders.set(id, [debit])
  }
  return [...orders.values()].map((lines) => ({ placedOn: lines[0]?.placedOn ?? "", lines }))
}

function balanceOf(lines: readonly Candidate[]): bigint {
  return lines.reduce((sum, line) => sum + line.open, 0n)
}

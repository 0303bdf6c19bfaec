import { fill, put } from "../allocation/fill"
import { byLine } from "../allocation/order-of"
import type { Candidate, Proposal } from "../allocation/strategy"
import { fulfil, putAsPlanned, type PlanInWork } from "../instalments/fulfil"
import { least } from "../money"
import { isCharge, isMoneyIn } from "../open-item"

/** What a person wants an order to be paid. */
export interface OrderToPay {
  /** What of the order is open, as a plan begins with it. */
  readonly debits: readonly Candidate[]
  /** Its planned payments; the first one is fulfilled first. */
  readonly plan: PlanInWork
  /** Minor units, at most what the credits and the debits have open. */
  readonly amount: bigint
  /** Exactly so much of each line, by its key; they add up to the amount. Undefined leaves it to the line order. */
  readonly lines?: ReadonlyMap<string, bigint> | undefined
}

/** What an order owes in the order in which money pays it: its lines as it lists them, then what was taken back. */
export function inPayingOrder(debits: readonly Candidate[]): Candidate[] {
  const sorted = debits.filter(({ open }) => open > 0n).toSorted(byLine)
  return [...sorted.filter(({ item }) => isCharge(item)), ...sorted.filter(({ item }) => !isCharge(item))]
}

/**
 * Puts an amount on an order as a person who records money decides it: on the lines that are named, else planned
 * payments first, each on what it pins, and then the lines from first to last. The credits are used in their order.
 */
export function payOrder(credits: readonly Candidate[], { lines, ...order }: OrderToPay): Proposal[] {
  return lines ? payLines(credits, { ...order, lines }) : payInOrder(credits, order)
}

function payLines(
  credits: readonly Candidate[],
  { debits, plan, lines }: Omit<OrderToPay, "lines"> & { lines: ReadonlyMap<string, bigint> },
): Proposal[] {
  const left = new Map(lines)
  return inPayingOrder(debits).flatMap((debit) =>
    credits.flatMap((credit) => {
      const key = debit.item.lineKey ?? ""
      const wanted = left.get(key) ?? 0n
      const amount = least(wanted, least(credit.open, debit.open))
      if (amount <= 0n) return []
      left.set(key, wanted - amount)
      // A line's credit is no money: it fulfils nothing that is planned.
      return isMoneyIn(credit.item)
        ? putAsPlanned(credit, debit, { amount, rule: "manual", plan })
        : [put(credit, debit, { amount, rule: "manual" })]
    }),
  )
}

/**
 * Plans on copies that have no more than the amount, because the plan of payments and the line order take what they
 * find, and then puts the same on the items themselves, whose rests and taxes are what they are.
 */
function payInOrder(credits: readonly Candidate[], { debits, plan, amount }: OrderToPay): Proposal[] {
  const slices = slicesOf(credits, amount)
  const open = inPayingOrder(debits).map((debit) => ({ ...debit }))
  const chosen = slices.flatMap((slice) => [
    ...(isMoneyIn(slice.item) ? fulfil({ credits: [slice], debits: open, plan, namesOf: () => [] }) : []),
    ...fill([slice], open, "line_order"),
  ])
  const real = new Map([...credits, ...debits].map((candidate) => [candidate.item.id, candidate]))
  return chosen.map(({ credit, debit, amount: part, rule, instalmentId }) =>
    put(found(real, credit.id), found(real, debit.id), { amount: part, rule, instalmentId }),
  )
}

function slicesOf(credits: readonly Candidate[], amount: bigint): Candidate[] {
  let left = amount
  return credits.flatMap((credit) => {
    const open = least(left, credit.open)
    left -= open
    return open > 0n ? [{ ...credit, open }] : []
  })
}

function found(candidates: ReadonlyMap<bigint, Candidate>, id: bigint): Candidate {
  const candidate = candidates.get(id)
  if (!candidate) throw new Error(`item ${id} is not among those of the payment`)
  return candidate
}

/** What is open of some debits, minor units. */
export const openOf = (debits: readonly Candidate[]): bigint =>
  debits.reduce((sum, { open }) => sum + open, 0n)

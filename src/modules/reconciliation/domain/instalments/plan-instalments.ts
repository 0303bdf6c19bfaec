import { fill } from "../allocation/fill"
import { byLine, byOccurrence } from "../allocation/order-of"
import type { Candidate, Proposal, Strategy } from "../allocation/strategy"
import { fulfil, type PlanInWork } from "./fulfil"
import { isCharge, isMoneyIn, isTakenBack, openAmount, type OpenItem } from "../open-item"

/** The planned payments of each order that has some, by its document. */
export type PlansInWork = ReadonlyMap<bigint, PlanInWork>

/**
 * The plan that money on a debit may fulfil. Credits of lines are no money, and what a refund is paid back with buys
 * nothing: neither fulfils any.
 */
export function planFor(credit: OpenItem, debit: OpenItem, plans: PlansInWork): PlanInWork {
  const isPayment = isMoneyIn(credit) && (isCharge(debit) || isTakenBack(debit))
  return (isPayment && debit.documentId !== null && plans.get(debit.documentId)) || []
}

interface Chosen {
  readonly credits: readonly Candidate[]
  readonly debits: readonly Candidate[]
  readonly plans: PlansInWork
  readonly strategy: Strategy
}

/**
 * Lets what a strategy has given to orders with planned payments fulfil these, as the orders' own money does: each
 * order keeps what it was given of each credit, its instalments say where that goes, and the strategy where the
 * rest does.
 */
export function followPlans(
  chosen: readonly Proposal[],
  { credits, debits, plans, strategy }: Chosen,
): Proposal[] {
  const isPlanned = ({ credit, debit }: Proposal): boolean =>
    credit.taxes.length === 0 && planFor(credit, debit, plans).some(({ left }) => left > 0n)
  const given: Proposal[] = []
  const kept: Proposal[] = []
  for (const proposal of chosen) (isPlanned(proposal) ? given : kept).push(proposal)
  if (given.length === 0) return [...chosen]
  const creditById = new Map(credits.map((credit) => [credit.item.id, credit]))
  const debitById = new Map(debits.map((debit) => [debit.item.id, debit]))
  for (const { credit, debit, amount, creditTaxes, debitTaxes } of given) {
    giveBack(creditById.get(credit.id), amount, creditTaxes)
    giveBack(debitById.get(debit.id), amount, debitTaxes)
  }
  const orders = new Set(given.map(({ debit }) => debit.documentId))
  const again = [...orders].flatMap((documentId) =>
    putAgain(
      given.filter(({ debit }) => debit.documentId === documentId),
      {
        credits: creditById,
        debits: debits.filter(({ item }) => item.documentId === documentId),
        plan: (documentId !== null && plans.get(documentId)) || [],
        strategy,
      },
    ),
  )
  return inSequence([...kept, ...again])
}

interface OfOrder {
  readonly credits: ReadonlyMap<bigint, Candidate>
  readonly debits: readonly Candidate[]
  readonly plan: PlanInWork
  readonly strategy: Strategy
}

/** Puts what one order was given of each credit: by its plan, then by the strategy, then in the order of its lines. */
function putAgain(given: readonly Proposal[], { credits, debits, plan, strategy }: OfOrder): Proposal[] {
  const shares = new Map<Candidate, bigint>()
  for (const { credit, amount } of given) {
    const candidate = credits.get(credit.id)
    if (candidate) shares.set(candidate, (shares.get(candidate) ?? 0n) + amount)
  }
  const kept = new Map<Candidate, bigint>()
  for (const [candidate, share] of shares) {
    kept.set(candidate, candidate.open - share)
    candidate.open = share
  }
  const own = [...shares.keys()].toSorted(byOccurrence)
  const open = (): Candidate[] => debits.filter((debit) => debit.open > 0n).toSorted(byLine)
  const proposals = [
    ...fulfil({ credits: own, debits: open(), plan, namesOf: () => [] }),
    ...strategy(
      own.filter((credit) => credit.open > 0n),
      open(),
    ),
    ...fill(own, open(), given[0]?.rule ?? ""),
  ]
  for (const [candidate, rest] of kept) candidate.open += rest
  return proposals
}

function giveBack(candidate: Candidate | undefined, amount: bigint, taxes: readonly bigint[]): void {
  if (!candidate) return
  candidate.open += amount
  candidate.taxed = candidate.taxed.map((taken, rate) => taken - (taxes[rate] ?? 0n))
}

/** Proposals say what their items had open before them, in the order in which they are made. */
function inSequence(proposals: readonly Proposal[]): Proposal[] {
  const open = new Map<OpenItem, bigint>()
  return proposals.map((proposal) => {
    const { credit, debit, amount } = proposal
    const creditOpenBefore = open.get(credit) ?? openAmount(credit)
    const debitOpenBefore = open.get(debit) ?? openAmount(debit)
    open.set(credit, creditOpenBefore - amount)
    open.set(debit, debitOpenBefore - amount)
    return { ...proposal, creditOpenBefore, debitOpenBefore }
  })
}

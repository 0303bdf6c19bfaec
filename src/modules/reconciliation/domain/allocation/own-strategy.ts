import { ReconciliationError } from "../errors"
import { put } from "./fill"
import type { Candidate, Strategy } from "./strategy"

/** An open item as a store's own strategy sees it. */
export interface OpenLine {
  readonly id: string
  /** The ledger's number of its order; null for money on account. */
  readonly order: string | null
  readonly kind: string
  readonly title: string
  readonly reference: string
  readonly method: string | null
  /** Where its line stands on the order. */
  readonly position: number
  readonly placedAt: string
  readonly occurredOn: string
  readonly dueOn: string | null
  /** Minor units of the currency. */
  readonly amount: bigint
  readonly open: bigint
}

/** An amount of a credit that a store's own strategy puts on a debit, both by id; minor units. */
export interface Share {
  readonly credit: string
  readonly debit: string
  readonly amount: bigint
}

/** A store's own rule: which debits do these credits pay? It answers, the ledger checks and allocates. */
export type OwnStrategy = (credits: readonly OpenLine[], debits: readonly OpenLine[]) => readonly Share[]

/**
 * Makes a strategy of a store's own rule. The rule is given copies and gives back shares, so it cannot
 * touch the ledger; a share that names nothing known, or takes more than is open, refuses the whole plan.
 *
 * @throws strategy_broken
 */
export function ownStrategy(name: string, decide: OwnStrategy): Strategy {
  return (credits, debits) => {
    const byId = (candidates: readonly Candidate[]): Map<string, Candidate> =>
      new Map(candidates.map((candidate) => [candidate.item.id.toString(), candidate]))
    const [money, owed] = [byId(credits), byId(debits)]
    return decide(credits.map(lineOf), debits.map(lineOf)).map((share) => {
      const credit = money.get(share.credit)
      const debit = owed.get(share.debit)
      if (!credit || !debit) throw broken(name, share, "names an item that it was not given")
      if (typeof share.amount !== "bigint" || share.amount <= 0n)
        throw broken(name, share, "is no amount of minor units above zero")
      if (share.amount > credit.open || share.amount > debit.open)
        throw broken(name, share, "takes more than is open")
      return put(credit, debit, { amount: share.amount, rule: name })
    })
  }
}

function lineOf({ item, open, placedAt }: Candidate): OpenLine {
  return {
    id: item.id.toString(),
    order: item.documentId?.toString() ?? null,
    kind: item.kind,
    title: item.title,
    reference: item.reference,
    method: item.method,
    position: item.position,
    placedAt,
    occurredOn: item.occurredOn,
    dueOn: item.dueOn,
    amount: item.amount,
    open,
  }
}

function broken(name: string, { credit, debit, amount }: Share, what: string): ReconciliationError {
  return new ReconciliationError({
    type: "unexpected_state",
    code: "strategy_broken",
    message: `The store's own strategy "${name}" put ${String(amount)} of ${credit} on ${debit}, which ${what}.`,
    ids: { strategy: name, credit_item_id: credit, debit_item_id: debit },
    remedy: "Nothing was changed. Correct the strategy, or choose another one until it is corrected.",
  })
}

import { put } from "../../src/modules/reconciliation/domain/allocation/fill"
import { byLine, byOccurrence } from "../../src/modules/reconciliation/domain/allocation/order-of"
import type { Proposal, Strategy } from "../../src/modules/reconciliation/domain/allocation/strategy"

/** Line order as it is first written: each payment looks at every item from the start. */
export const naiveLineOrder: Strategy = (credits, debits) => {
  const lines = debits.toSorted(byLine)
  const proposals: Proposal[] = []
  for (const credit of credits.toSorted(byOccurrence)) {
    for (const debit of lines.filter(({ open }) => open > 0n)) {
      const amount = credit.open < debit.open ? credit.open : debit.open
      if (amount > 0n) proposals.push(put(credit, debit, { amount, rule: "line_order" }))
    }
  }
  return proposals
}

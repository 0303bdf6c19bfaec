import { put } from "../../src/modules/reconciliation/domain/allocation/fill"
import { byLine, byOccurrence } from "../../src/modules/reconciliation/domain/allocation/order-of"
import { isLineCredit, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { Sabotage } from "../../test/support/model/memory-ledger"

interface BrokenCore extends Sabotage {
  /** What the model must say of it. */
  readonly seenAs: RegExp
}

/** Cores broken on purpose: each must be caught for what it does, or the model sees nothing. */
export const BROKEN_CORES: Readonly<Record<string, BrokenCore>> = {
  "money put without a cap": {
    seenAs: /over_allocated/,
    strategy: (credits, debits) =>
      credits.toSorted(byOccurrence).flatMap((credit) => {
        const debit = debits.toSorted(byLine).find(({ open }) => open > 0n)
        return debit && credit.open > 0n
          ? [put(credit, debit, { amount: credit.open, rule: "line_order" })]
          : []
      }),
  },
  "each amount's tax rounded by itself": {
    seenAs: /of tax/,
    proposals: (proposals) =>
      proposals.map((proposal) => ({
        ...proposal,
        creditTaxes: taxesByThemselves(proposal.credit, proposal.amount),
        debitTaxes: taxesByThemselves(proposal.debit, proposal.amount),
      })),
  },
  "a dispute that forgets what credits carried away": {
    seenAs: /after a dispute of no more than is held/,
    reach: ({ items, allocations }) => ({
      items: items.filter((item) => !isLineCredit(item)),
      allocations,
    }),
  },
  "choices forgotten that are not paid yet": {
    seenAs: /were chosen, which received/,
    forgetsChoices: true,
  },
  "an allocation lost": {
    seenAs: /its rows sum to/,

    proposals: (proposals) => proposals.slice(0, proposals.length > 2 ? -1 : undefined),
  },
}

/** Each amount's tax rounded by itself, as if nothing had been allocated before. */
function taxesByThemselves({ taxes, amount: total }: OpenItem, amount: bigint): bigint[] {
  return taxes.map((tax) => (2n * tax.amount * amount + total) / (2n * total))
}

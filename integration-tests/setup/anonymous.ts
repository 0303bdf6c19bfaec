import type { OrderReconciliation } from "../../src/types/http"

/** What two orders of the same content have in common. @param steps whether both were read as often, so that changes are as many */
export function anonymous(
  { columns, rows, cells, totals, state, code }: OrderReconciliation,
  { steps = true } = {},
): unknown {
  return {
    columns: columns.map(({ kind, amount, on_this_order, unallocated }) => [
      kind,
      amount,
      on_this_order,
      unallocated,
    ]),
    rows: rows.map(({ title, amount, allocated, open }) => [title, amount, allocated, open]),
    cells: cells.map(({ amount, explanations }) => [
      amount,
      explanations.map(({ rule, step }) => (steps ? [rule, step] : [rule])),
    ]),
    totals,
    state,
    code,
  }
}

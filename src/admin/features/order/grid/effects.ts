import type { ReconciliationState } from "../../../../types/http"
import type { GridStore } from "./grid-store"
import type { GridColumn } from "./layout"
import { notCoveredIn } from "../placing"
import type { Sheet } from "./sheet"
import { magnitude } from "./too-much"

/** How the order, or a payment, would stand after saving. */
export interface StateEffect {
  readonly id: string
  /** The order's number; "" of a payment, which its column names. */
  readonly name: string
  readonly column: GridColumn | null
  readonly before: ReconciliationState
  readonly after: ReconciliationState
  /** Minor units that the order's plan leaves without money then; 0 of a payment. */
  readonly notCovered: bigint
  readonly code: {
    readonly does: "codeStays" | "codeCloses" | "codeOpens" | "codeNew"
    readonly code: string
  } | null
}

/** How much changes put, or take where they take more: what goes from one place to another is counted once. */
export function movedBy({ unsaved, before }: Pick<GridStore, "unsaved" | "before">): bigint {
  let [put, taken] = [0n, 0n]
  for (const { row, column, amount } of unsaved) {
    const raise = magnitude(amount) - magnitude(before.cells.get(row, column.toString()) ?? 0n)
    if (raise > 0n) put += raise
    else taken -= raise
  }
  return put > taken ? put : taken
}

/** The order first, then each payment of which something was moved. */
export function effectsOf({ order, before, columns, unsaved }: GridStore, after: Sheet): StateEffect[] {
  const touched = new Set(unsaved.map(({ column }) => column.toString()))
  const payments = columns.flatMap((column): StateEffect[] => {
    if (column.kind !== "money" || !touched.has(column.id)) return []
    const [was, is] = [
      before.byColumn.get(column.id)?.state ?? "none",
      after.byColumn.get(column.id)?.state ?? "none",
    ]
    const isNew = column.column.codes.length === 0 && (after.byColumn.get(column.id)?.total ?? 0n) > 0n
    return [
      {
        id: column.id,
        name: "",
        column,
        before: was,
        after: is,
        notCovered: 0n,
        code: isNew ? { does: "codeNew", code: "" } : null,
      },
    ]
  })
  const ofOrder = {
    id: "order",
    name: order.display_id,
    column: null,
    before: before.state,
    after: after.state,
    notCovered: notCoveredIn(after, order),
  }
  return [{ ...ofOrder, code: codeOf(order.code, before.state, after.state) }, ...payments]
}

function codeOf(
  code: { readonly code: string } | null,
  before: ReconciliationState,
  after: ReconciliationState,
): StateEffect["code"] {
  if (!code) return after === "none" ? null : { does: "codeNew", code: "" }
  if ((before === "full") === (after === "full")) return { does: "codeStays", code: code.code }
  return { does: after === "full" ? "codeCloses" : "codeOpens", code: code.code }
}

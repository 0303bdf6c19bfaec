import type { GridColumn } from "./layout"

const EDGES: Readonly<Record<GridColumn["kind"], string>> = {
  item: "reconciliation-item",
  amount: "reconciliation-amount-column",
  money: "",
  planned: "reconciliation-plan-column",
  due: "",
  total: "reconciliation-total-column",
  unallocated: "reconciliation-rest-column",
}

/** Where a column stands: at a side that stays in view, or beside the planned ones. */
export function edgeOf({ kind }: GridColumn, before: GridColumn | undefined): string {
  const isFirstPlanned = kind === "planned" && before?.kind !== "planned"
  return isFirstPlanned ? `${EDGES[kind]} reconciliation-plan-first` : EDGES[kind]
}

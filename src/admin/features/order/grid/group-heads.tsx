import { LockClosedSolid } from "@medusajs/icons"
import { useOrderView } from "../use-order-view"
import type { GridColumn } from "./layout"
import type { ShownColumns } from "./windowing"

/** What groups of columns are, above their heads. */
export function GroupHeads({ columns, shown }: { columns: readonly GridColumn[]; shown: ShownColumns }) {
  const { t } = useOrderView()
  const spans = spansOf(columns, shown)
  return (
    <tr className="reconciliation-groups text-ui-fg-subtle" aria-hidden>
      <td aria-hidden className="reconciliation-item" />
      {spans.map(({ kind, span, key }) => (
        <td key={key} colSpan={span} className={CLASSES[kind]}>
          {kind === "money" && (
            <span className="reconciliation-group-name">
              {t(span < ROOM_FOR_ALL ? "grid.movements" : "grid.moved")}
            </span>
          )}
          {kind === "planned" && (
            <span className="inline-flex items-center gap-x-1">
              <LockClosedSolid aria-hidden className="reconciliation-lock" />
              {t(span > 1 ? "plan.title" : "grid.planned")}
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}

/** So many columns have room for the long name of what they are together, in every language. */
const ROOM_FOR_ALL = 3

type Kind = GridColumn["kind"]

const CLASSES: Readonly<Record<Kind, string>> = {
  item: "reconciliation-item",
  amount: "reconciliation-amount-column",
  money: "",
  planned: "reconciliation-plan-column reconciliation-plan-first",
  due: "",
  total: "reconciliation-total-column",
  unallocated: "reconciliation-rest-column",
}

/** Neighbours of one kind are one group; a gap of columns that are not drawn belongs to the money. */
function spansOf(
  columns: readonly GridColumn[],
  { indexes }: ShownColumns,
): { kind: Kind; span: number; key: string }[] {
  const spans: { kind: Kind; span: number; key: string }[] = []
  for (const index of indexes) {
    const kind = columns[index]?.kind ?? "money"
    const last = spans.at(-1)
    if (last?.kind === kind) last.span += 1
    else spans.push({ kind, span: 1, key: `${kind} ${spans.length}` })
  }
  return spans
}

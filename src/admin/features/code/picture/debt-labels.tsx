import { clx } from "@medusajs/ui"
import { Fragment } from "react"
import type { CodeDebt, MatchingCodeView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { debtName } from "../names"
import type { CodeView } from "../use-code-view"
import type { Drawing } from "./drawing"

/** What was owed, beside its bars; for the eye alone, because the table says it too. */
export function DebtLabels({ view, layout, columns }: Omit<Drawing, "light">) {
  return view.code.to.map((debt) => {
    const slot = layout.debts.get(debt.key)?.slot
    if (!slot) return null
    const name = debtName(debt, view)
    return (
      <div
        key={debt.key}
        aria-hidden
        className="reconciliation-debt"
        style={{
          top: slot.top + slot.height / 2,
          insetInlineStart: columns.debtNames - columns.amounts - 12,
          width: columns.debtNamesWidth + columns.amounts + 12,
        }}
      >
        <span
          className="text-ui-fg-base txt-compact-small-plus text-end tabular-nums"
          style={{ width: columns.amounts }}
        >
          {view.amount(debt.amount)}
        </span>
        <span className="min-w-0" style={{ width: columns.debtNamesWidth }}>
          <span className="text-ui-fg-base txt-compact-small-plus block truncate" title={name}>
            {name}
          </span>
          <Rests debt={debt} view={view} isTight={columns.isTight} />
        </span>
      </div>
    )
  })
}

type Rest = "order" | "planned" | "withoutMoney"

/** What stands beneath a name: whose order it is, where a code spans several; what is planned; what has no money. */
export function restsOf({ order }: MatchingCodeView, debt: CodeDebt): Rest[] {
  return [
    ...(order === null && debt.order !== null ? ["order" as const] : []),
    ...(isZero(debt.planned) ? [] : ["planned" as const]),
    ...(isZero(debt.without_money) ? [] : ["withoutMoney" as const]),
  ]
}

const TONES = {
  order: "",
  planned: "text-ui-tag-blue-text",
  withoutMoney: "text-ui-tag-orange-text",
} as const

/** "300.00 planned · 14.20 no money", each in a line of its own where there is no room. */
function Rests({ debt, view, isTight }: { debt: CodeDebt; view: CodeView; isTight: boolean }) {
  const { t, amount, code } = view
  const said: Record<Rest, string> = {
    order: t("codePage.order", { id: debt.order?.display_id ?? "" }),
    planned: t("codePage.planned", { amount: amount(debt.planned) }),
    withoutMoney: t("codePage.withoutMoney", { amount: amount(debt.without_money) }),
  }
  return (
    <span className="text-ui-fg-subtle txt-compact-xsmall block truncate">
      {restsOf(code, debt).map((rest, place) => (
        <Fragment key={rest}>
          {place > 0 && !isTight && " · "}
          <span className={clx(TONES[rest], isTight && "block truncate")}>{said[rest]}</span>
        </Fragment>
      ))}
    </span>
  )
}

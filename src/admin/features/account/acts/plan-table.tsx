import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AllocationPlanView, PlannedAllocation } from "../../../../types/http"
import { limitOf, nameOf, ruleLabel } from "../../../lib/because"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { endName } from "../../order/history/names"
import { unappliedName } from "../ledger/transaction-name"
import { useAccountView } from "../use-account-view"

/** More would not be read; the sums below count all of them. */
const MOST_ROWS = 100
/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 640

/** What would be placed, each amount with why it is this much. */
export function PlanTable({ plan }: { plan: AllocationPlanView }) {
  const { t } = useAccountView()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const more = plan.allocate.length - MOST_ROWS
  const Rows = isNarrow ? Cards : Table
  return (
    <>
      <Rows rows={plan.allocate.slice(0, MOST_ROWS)} />
      {more > 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("account.reconcile.more", { count: more })}
        </Text>
      )}
    </>
  )
}

interface RowsProps {
  readonly rows: readonly PlannedAllocation[]
}

const HEADS = ["from", "to", "amount", "why"] as const

function Table({ rows }: RowsProps) {
  const { t } = useAccountView()
  return (
    <table
      className="reconciliation-links txt-compact-small text-ui-fg-subtle"
      aria-label={t("account.reconcile.list")}
    >
      <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" data-figure={head === "amount" ? "" : undefined}>
              {t(`account.reconcile.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <Row key={keyOf(one)} one={one} />
        ))}
      </tbody>
    </table>
  )
}

const keyOf = (one: PlannedAllocation): string => `${one.credit_item_id} ${one.debit_item_id} ${one.step}`

/** What people call both ends of it, and why it is this much; the rule that the dialog is about is not said again. */
function useNames(one: PlannedAllocation) {
  const speech = useAccountView()
  const { account, amount } = speech
  const item = account.unapplied.find(({ id }) => id === one.credit_item_id)
  return {
    from: item ? unappliedName(item, speech).name : nameOf(one.credit, speech),
    on: speech.dayInSentence(one.credit.occurred_on),
    to: endName(one.debit, speech),
    number: account.orders.find(({ id }) => id === one.order_id)?.display_id,
    amount: amount(one.amount),
    why: one.rule === "oldest_first" ? limitOf(one, speech) : ruleLabel(one.rule, speech),
  }
}

function Row({ one }: { one: PlannedAllocation }) {
  const { from, on, to, number, amount, why } = useNames(one)
  return (
    <tr data-plan-row="">
      <th scope="row">
        {from}
        <Small>{on}</Small>
      </th>
      <td className="text-ui-fg-base">
        <span className="font-medium">{to}</span>
        {number !== undefined && <Small>#{number}</Small>}
      </td>
      <td data-figure="" className="text-ui-fg-base">
        {amount}
      </td>
      <td>{why}</td>
    </tr>
  )
}

/** The same where there is no room for columns. */
function Cards({ rows }: RowsProps) {
  const { t } = useAccountView()
  return (
    <ul aria-label={t("account.reconcile.list")}>
      {rows.map((one) => (
        <Card key={keyOf(one)} one={one} />
      ))}
    </ul>
  )
}

function Card({ one }: { one: PlannedAllocation }) {
  const { from, on, to, number, amount, why } = useNames(one)
  return (
    <li
      data-plan-row=""
      className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 border-t px-6 py-2.5"
    >
      <span className="text-ui-fg-base flex items-start justify-between gap-x-3 font-medium">
        <span className="min-w-0 break-words">{[to, number && `#${number}`].filter(Boolean).join(", ")}</span>
        <span className="shrink-0 tabular-nums">{amount}</span>
      </span>
      <span className="break-words">
        {from}, {on}
      </span>
      <span className="txt-compact-xsmall break-words">{why}</span>
    </li>
  )
}

function Small({ children }: { children: ReactNode }) {
  return <span className="txt-compact-xsmall text-ui-fg-subtle block">{children}</span>
}

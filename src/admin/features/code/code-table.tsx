import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { CodeDebt, CodeLink, CodePayer, DecimalString } from "../../../types/http"
import { isZero } from "../../lib/money"
import { debtName, payerDetails, payerName, payerShare } from "./names"
import type { CodeView } from "./use-code-view"
import { Why } from "./why"

/** wide and narrow are looked at; what is only read out has nothing to press. */
export type TableForm = "wide" | "narrow" | "read"

interface TableProps {
  readonly view: CodeView
  readonly lit: string | null
  readonly form: TableForm
}

/** Who pays how much of what, and why; then what is planned and what has no money. It says all that the picture shows. */
export function CodeTable({ view, lit, form }: TableProps) {
  const { code, t } = view
  const payers = new Map(code.from.map((payer) => [payer.id, payer]))
  const debts = new Map(code.to.map((debt) => [debt.key, debt]))
  const heads = form === "narrow" ? ["from", "to", "amount"] : ["from", "date", "to", "amount", "why"]
  return (
    <table
      data-table={form}
      className={clx(
        "reconciliation-links txt-compact-small text-ui-fg-subtle",
        form === "narrow" && "reconciliation-links-narrow",
      )}
    >
      <caption className="sr-only">
        {t("codePage.table.caption", { code: code.code, currency: code.account.currency_code.toUpperCase() })}
      </caption>
      <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col" data-figure={name === "amount" ? "" : undefined}>
              {t(`codePage.table.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {code.links.map((link, place) => {
          const [payer, debt] = [payers.get(link.from), debts.get(link.to)]
          if (!payer || !debt) return null
          const first = code.links[place - 1]?.from !== link.from
          const row = { view, link, payer, debt, form, first, lit: lit === payer.id }
          return <LinkRow key={`${link.from} ${link.to}`} {...row} />
        })}
        {code.to.map((debt) => (
          <RestRow key={debt.key} kind="planned" amount={debt.planned} {...{ view, debt, form }} />
        ))}
        {code.to.map((debt) => (
          <RestRow key={debt.key} kind="withoutMoney" amount={debt.without_money} {...{ view, debt, form }} />
        ))}
      </tbody>
    </table>
  )
}

interface LinkRowProps extends Omit<TableProps, "lit"> {
  readonly lit: boolean
  /** The first of its payer: it says how much of the payer is here. */
  readonly first: boolean
  readonly link: CodeLink
  readonly payer: CodePayer
  readonly debt: CodeDebt
}

function LinkRow({ view, link, payer, debt, form, first, lit }: LinkRowProps) {
  const { day, amount } = view
  const share = first ? payerShare(payer, view) : null
  const detail =
    form !== "narrow" ? share : first ? payerDetails(payer, view).join(" · ") : day(payer.occurred_on)
  const why = <Why view={view} link={link} plain={form === "read"} />
  return (
    <tr data-link={link.from} className={clx(lit && "bg-ui-bg-highlight")}>
      <th scope="row">
        {payerName(payer, view)}
        <Detail>{detail}</Detail>
      </th>
      {form !== "narrow" && <td>{day(payer.occurred_on)}</td>}
      <td className="text-ui-fg-base">
        {debtName(debt, view)}
        <OrderOf view={view} debt={debt} />
        {form === "narrow" && <Detail>{why}</Detail>}
      </td>
      <td data-figure="" className="text-ui-fg-base">
        {amount(link.amount)}
      </td>
      {form !== "narrow" && <td>{why}</td>}
    </tr>
  )
}

interface RestRowProps {
  readonly view: CodeView
  readonly debt: CodeDebt
  readonly form: TableForm
  readonly kind: "planned" | "withoutMoney"
  readonly amount: DecimalString
}

/** What is owed and not paid: no payment stands before it. */
function RestRow({ view, debt, form, kind, amount }: RestRowProps) {
  if (isZero(amount)) return null
  const planned = kind === "planned"
  return (
    <tr data-rest={kind}>
      <th
        scope="row"
        colSpan={form === "narrow" ? 1 : 2}
        className={planned ? "text-ui-tag-blue-text" : "text-ui-tag-orange-text"}
      >
        <i aria-hidden className="reconciliation-swatch" data-sign={planned ? "planned" : "open"} />{" "}
        {view.t(`codePage.table.${kind}`)}
      </th>
      <td className="text-ui-fg-base">
        {debtName(debt, view)}
        <OrderOf view={view} debt={debt} />
      </td>
      <td data-figure="" className={planned ? "text-ui-tag-blue-text" : "text-ui-tag-orange-text"}>
        {view.amount(amount)}
      </td>
      {form !== "narrow" && <td>{view.t(`codePage.table.${planned ? "kept" : "waits"}`)}</td>}
    </tr>
  )
}

/** Whose order it is, where a code spans several. */
function OrderOf({ view: { code, t }, debt: { order } }: { view: CodeView; debt: CodeDebt }) {
  if (code.order !== null || order === null) return null
  return <Detail>{t("codePage.order", { id: order.display_id })}</Detail>
}

function Detail({ children }: { children: ReactNode }) {
  if (children === null) return null
  return <span className="txt-compact-xsmall text-ui-fg-subtle block">{children}</span>
}

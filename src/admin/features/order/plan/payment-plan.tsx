import { Alert, clx, Heading, Text } from "@medusajs/ui"
import type { InstalmentView, PaymentPlanView } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { givenByPerson, rowTitle } from "../../../lib/names"
import { methodLabel } from "../../../lib/labels"
import { isZero } from "../../../lib/money"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { InstalmentSign } from "./instalment-sign"
import { isStanding } from "./standing"

interface PaymentPlanProps {
  plan: PaymentPlanView
  /** Whether there is no room for a table: then each instalment is a few lines. */
  isNarrow: boolean
  /** Asks what cancelling what is left of it would do. */
  onCancel: () => void
}

/** The order's planned payments: when each falls due, what is paid of it and what is kept for it. */
export function PaymentPlan({ plan, isNarrow, onCancel }: PaymentPlanProps) {
  const { t, amount } = useOrderView()
  const mayDelete = useMay("delete")
  const Listed = isNarrow ? InstalmentList : InstalmentTable
  return (
    <div data-plan={plan.version} className="flex flex-col gap-y-2 py-3">
      <div className={clx("flex items-center justify-between gap-x-2", isNarrow ? "px-4" : "px-6")}>
        <Heading level="h3">{t("plan.title")}</Heading>
        {plan.instalments.some(isStanding) && (
          <GuardedButton
            right="delete"
            allowed={mayDelete}
            variant="transparent"
            className="shrink-0"
            data-cancels-plan=""
            onClick={onCancel}
          >
            {t("plan.cancel")}
          </GuardedButton>
        )}
      </div>
      <Listed plan={plan} />
      {!isZero(plan.not_covered) && (
        <div className={isNarrow ? "px-4" : "px-6"}>
          <Alert variant="warning" data-notice="uncovered">
            {t("plan.notCovered", { amount: amount(plan.not_covered) })}
          </Alert>
        </div>
      )}
    </div>
  )
}

function InstalmentTable({ plan }: { plan: PaymentPlanView }) {
  const { order, t } = useOrderView()
  const currency = order.currency_code.toUpperCase()
  return (
    <section
      aria-label={t("plan.title")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-visible:shadow-borders-interactive-with-focus overflow-auto outline-none"
    >
      <table className="reconciliation-plan txt-compact-small text-ui-fg-base">
        <caption className="sr-only">{t("plan.caption", { id: order.display_id, currency })}</caption>
        <thead className="txt-compact-xsmall text-ui-fg-subtle">
          <tr>
            {["due", "state", "keeps", "amount", "paid"].map((name) => (
              <th key={name} scope="col">
                {t(`plan.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.instalments.map((instalment) => (
            <InstalmentRow
              key={instalment.id}
              instalment={instalment}
              earlier={instalment.plan !== plan.version}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The same, one instalment below the other. */
function InstalmentList({ plan }: { plan: PaymentPlanView }) {
  const { order, t, day, amount } = useOrderView()
  const currency = order.currency_code.toUpperCase()
  return (
    <ul
      aria-label={t("plan.caption", { id: order.display_id, currency })}
      className="txt-compact-small text-ui-fg-base divide-y"
      data-instalment-list=""
    >
      {plan.instalments.map((instalment) => (
        <li
          key={instalment.id}
          className="flex flex-col gap-y-1 px-4 py-3"
          data-instalment={instalment.id}
          data-instalment-state={instalment.state}
        >
          <span className="flex items-start justify-between gap-x-3 font-medium">
            {day(instalment.due_on)}
            <span className="tabular-nums">{amount(instalment.amount)}</span>
          </span>
          <Details instalment={instalment} earlier={instalment.plan !== plan.version} />
          <span className="flex items-start justify-between gap-x-3">
            <State instalment={instalment} />
            {!isZero(instalment.paid) && (
              <span className="text-ui-fg-subtle tabular-nums">
                {t("plan.part", { title: t("plan.paid"), amount: amount(instalment.paid) })}
              </span>
            )}
          </span>
          {instalment.reserved.length > 0 && (
            <div className="text-ui-fg-subtle break-words">
              <span>{t("plan.keeps")}</span>
              <Kept instalment={instalment} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

interface InstalmentProps {
  instalment: InstalmentView
  /** Whether an earlier plan made it. */
  earlier: boolean
}

function InstalmentRow({ instalment, earlier }: InstalmentProps) {
  const { day, amount } = useOrderView()
  return (
    <tr data-instalment={instalment.id} data-instalment-state={instalment.state}>
      <th scope="row">
        {day(instalment.due_on)}
        <Details instalment={instalment} earlier={earlier} />
      </th>
      <td>
        <State instalment={instalment} />
      </td>
      <td>
        <Kept instalment={instalment} />
      </td>
      <td className="tabular-nums">{amount(instalment.amount)}</td>
      <td className="tabular-nums">{amount(instalment.paid)}</td>
    </tr>
  )
}

/** How it is to come, and under which number. */
function Details({ instalment: { method, reference }, earlier }: InstalmentProps) {
  const { t } = useOrderView()
  const details = [
    earlier ? t("plan.earlier") : null,
    method === null ? null : methodLabel(method, t),
    reference === null ? null : givenByPerson("deposit", reference),
  ].filter((detail) => detail !== null)
  if (details.length === 0) return null
  return <span className="text-ui-fg-subtle txt-compact-xsmall block break-words">{details.join(", ")}</span>
}

function State({ instalment: { state, shrunk_by: shrunk } }: Pick<InstalmentProps, "instalment">) {
  const { t, amount } = useOrderView()
  return (
    <span>
      <InstalmentSign state={state} />
      {!isZero(shrunk) && state !== "lapsed" && (
        <span className="text-ui-tag-orange-text txt-compact-xsmall block">
          {t("plan.shrunk", { amount: amount(shrunk) })}
        </span>
      )}
    </span>
  )
}

/** What is kept for it, row by row; nothing once it is paid. */
function Kept({ instalment: { reserved } }: { instalment: InstalmentView }) {
  const { order, t, amount } = useOrderView()
  const titles = new Map(order.rows.map(({ key, title }) => [key, rowTitle(key, title, t)]))
  if (reserved.length === 0) {
    return (
      <Text size="small" leading="compact" className="text-ui-fg-muted">
        {t("plan.nothing")}
      </Text>
    )
  }
  return (
    <ul>
      {reserved.map((part) => (
        <li key={part.row}>
          {t("plan.part", { title: titles.get(part.row) ?? part.row, amount: amount(part.amount) })}
        </li>
      ))}
    </ul>
  )
}

import { Alert, Heading, Text } from "@medusajs/ui"
import type { InstalmentView, PaymentPlanView } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { givenByPerson, rowTitle } from "../../../lib/because"
import { methodLabel } from "../../../lib/labels"
import { isZero } from "../../../lib/money"
import { InstalmentSign } from "./instalment-sign"

/** The order's planned payments, read-only: when each falls due, what is paid of it and what is kept for it. */
export function PaymentPlan({ plan }: { plan: PaymentPlanView }) {
  const { order, t, money } = useOrderView()
  const currency = order.currency_code.toUpperCase()
  return (
    <div data-plan={plan.version} className="flex flex-col gap-y-2 py-3">
      <Heading level="h3" className="px-6">
        {t("plan.title")}
      </Heading>
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
      {!isZero(plan.not_covered) && (
        <div className="px-6">
          <Alert variant="warning" data-notice="uncovered">
            {t("plan.notCovered", { amount: money(plan.not_covered) })}
          </Alert>
        </div>
      )}
    </div>
  )
}

function InstalmentRow({ instalment, earlier }: { instalment: InstalmentView; earlier: boolean }) {
  const { t, day, amount, money } = useOrderView()
  const { method, reference, shrunk_by: shrunk } = instalment
  const details = [
    earlier ? t("plan.earlier") : null,
    method === null ? null : methodLabel(method, t),
    reference === null ? null : givenByPerson("deposit", reference),
  ].filter((detail) => detail !== null)
  return (
    <tr data-instalment={instalment.id} data-instalment-state={instalment.state}>
      <th scope="row">
        {day(instalment.due_on)}
        {details.length > 0 && (
          <span className="text-ui-fg-subtle txt-compact-xsmall block break-words">{details.join(", ")}</span>
        )}
      </th>
      <td>
        <InstalmentSign state={instalment.state} />
        {!isZero(shrunk) && instalment.state !== "lapsed" && (
          <span className="text-ui-tag-orange-text txt-compact-xsmall block">
            {t("plan.shrunk", { amount: money(shrunk) })}
          </span>
        )}
      </td>
      <td>
        <Kept instalment={instalment} />
      </td>
      <td className="tabular-nums">{amount(instalment.amount)}</td>
      <td className="tabular-nums">{amount(instalment.paid)}</td>
    </tr>
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

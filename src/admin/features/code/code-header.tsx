import { Heading, Text } from "@medusajs/ui"
import { Fragment, type ReactNode } from "react"
import { Link } from "react-router-dom"
import { isZero } from "../../lib/money"
import { hostOrderPath } from "../../lib/paths"
import { CodeBadge } from "../../ui/matching-code"
import { Figures } from "./figures"
import { GoToCode } from "./go-to-code"
import type { CodeView } from "./use-code-view"
import { ViewToggle, type ToggleProps } from "./view-toggle"

interface HeaderProps {
  readonly view: CodeView
  /** Null where there is no picture to choose. */
  readonly toggle: ToggleProps | null
}

/** Whose code it is, what its case says, and its sums. */
export function CodeHeader({ view, toggle }: HeaderProps) {
  const { code, t } = view
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex items-center gap-2" data-code={code.code}>
            <Heading level="h1">{t("codePage.title")}</Heading>
            <CodeBadge code={code} />
          </div>
          <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
            {partsOf(view).map(([key, part], place) => (
              <Fragment key={key}>
                {place > 0 && " · "}
                {part}
              </Fragment>
            ))}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {toggle && <ViewToggle {...toggle} />}
          <GoToCode accountId={code.account.id} />
        </div>
      </div>
      <Figures view={view} />
    </>
  )
}

function partsOf(view: CodeView): (readonly [key: string, part: ReactNode])[] {
  const { code, t } = view
  const { customer, currency_code: currency } = code.account
  const owner = customer && <PlaceLink to={`/customers/${customer.id}`}>{customer.name}</PlaceLink>
  const order = code.order && (
    <PlaceLink to={hostOrderPath(code.order.id)}>
      {t("codePage.order", { id: code.order.display_id })}
    </PlaceLink>
  )
  const parts = { owner, currency: currency.toUpperCase(), order, case: caseOf(view) }
  return Object.entries(parts).filter(([, part]) => part !== null)
}

function PlaceLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="reconciliation-link">
      {children}
    </Link>
  )
}

/** Why the letters are large or small. */
function caseOf({ code, t, amount }: CodeView): string {
  const { still_open: open } = code.totals
  if (code.closed) return t(code.order ? "codePage.closed" : "codePage.closedCredit")
  if (isZero(open)) return t("codePage.contradicts")
  return t(code.order ? "codePage.open" : "codePage.openCredit", { amount: amount(open) })
}

import { clx, Text } from "@medusajs/ui"
import type { AccountView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { idleCount } from "../ledger/transaction-name"
import { useAccountView } from "../use-account-view"

/** What is owed, and what lies idle of it. */
export function CardFigures({ account: { totals, unapplied } }: { account: AccountView }) {
  const { t, amount } = useAccountView()
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-2">
      <Figure
        name={t("account.card.owes")}
        value={amount(totals.balance)}
        detail={t("account.card.openOf", { amount: amount(totals.open) })}
      />
      <Figure
        name={t("account.card.unapplied")}
        value={amount(totals.unallocated)}
        detail={unapplied.length === 0 ? t("account.card.nothing") : idleCount(unapplied, t)}
        glows={!isZero(totals.unallocated)}
      />
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly detail: string
  readonly glows?: boolean
}

function Figure({ name, value, detail, glows }: FigureProps) {
  return (
    <div className="min-w-0 flex-1" data-figure-of={name}>
      <dt className="txt-compact-xsmall text-ui-fg-subtle">{name}</dt>
      <dd>
        <span className={clx("reconciliation-figure", glows ? "text-ui-tag-orange-text" : "text-ui-fg-base")}>
          {value}
        </span>
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle block">
          {detail}
        </Text>
      </dd>
    </div>
  )
}

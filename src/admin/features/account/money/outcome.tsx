import { ArrowRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AccountEffect, DecimalString, MoneyEffects } from "../../../../types/http"
import { OrderEffects } from "../../order/history/order-effects"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { useAccountView } from "../use-account-view"
import type { MoneyPreview } from "./use-money-preview"

interface AnsweredProps<Answer> {
  readonly asked: MoneyPreview<Answer>
  /** Whether there is something to ask about yet. */
  readonly isAsked: boolean
  /** What is said until then. */
  readonly until: string
  /** Rows of the table. */
  readonly children: (answer: Answer) => ReactNode
}

/** What the server says that an act would do, before it is done; or why it would be refused. */
export function Answered<Answer>({ asked, isAsked, until, children }: AnsweredProps<Answer>) {
  const { t } = useAccountView()
  const { last, preview, error, retry } = asked
  return (
    <div aria-live="polite" aria-busy={isAsked && !preview && !error} data-outcome={preview ? "" : undefined}>
      {!isAsked && (
        <Text size="small" className="text-ui-fg-subtle">
          {until}
        </Text>
      )}
      {isAsked && error && <Refusal error={error} right="manage" onRetry={retry} />}
      {isAsked && !error && !last && <Working />}
      {isAsked && last && (
        <table className="reconciliation-outcome txt-compact-small" aria-label={t("account.drawer.will")}>
          <tbody>{children(last)}</tbody>
        </table>
      )}
    </div>
  )
}

interface OutcomeProps extends Omit<AnsweredProps<MoneyEffects>, "children"> {
  /** Whose the other account is. */
  readonly other?: string | undefined
  /** Rows of the table before the accounts and the orders. */
  readonly rows?: ReactNode
}

/** What an act on money would do to accounts and their orders, all in the currency of this one. */
export function Outcome({ other, rows, ...answered }: OutcomeProps) {
  return (
    <Answered {...answered}>
      {(effects) => (
        <>
          {rows}
          <Effects effects={effects} other={other} />
        </>
      )}
    </Answered>
  )
}

/** What becomes of the accounts' money, of what is open on them, and of their orders. */
function Effects({ effects, other }: { effects: MoneyEffects; other: string | undefined }) {
  const speech = useAccountView()
  const { t, account } = speech
  const nameOf = ({ id, owner_type: type }: AccountEffect): string => {
    if (id === account.id) return t("money.thisAccount")
    return type === "suspense" ? t("account.list.suspense") : (other ?? t("money.otherAccount"))
  }
  return (
    <>
      {effects.accounts.map((effect) => (
        <AccountRow key={effect.id} effect={effect} name={nameOf(effect)} />
      ))}
      <OrderEffects orders={effects.orders} speech={speech} />
    </>
  )
}

interface AccountRowProps {
  readonly effect: AccountEffect
  readonly name: string
  /** Amounts of its currency; of this account's when left out. */
  readonly written?: (value: DecimalString) => string
}

/** A row: what an account has open and unapplied, before and after. */
export function AccountRow({ effect, name, written }: AccountRowProps) {
  const { t, amount } = useAccountView()
  const figures = [
    ["open", effect.open_before, effect.open_after],
    ["unapplied", effect.unallocated_before, effect.unallocated_after],
  ] as const
  const changed = figures.filter(([, before, after]) => before !== after)
  return (
    <tr data-account-effect={effect.id}>
      <th scope="row">
        {name}
        {changed.length === 0 && (
          <span className="text-ui-fg-subtle txt-compact-xsmall block">{t("money.asBefore")}</span>
        )}
        {changed.map(([key]) => (
          <span key={key} className="text-ui-fg-subtle block">
            {t(`account.figures.${key}`)}
          </span>
        ))}
      </th>
      <td className="tabular-nums">
        {/* As high as the account's name, beside which it says nothing. */}
        <span aria-hidden className="block">
          &nbsp;
        </span>
        {changed.map(([key, before, after]) => (
          <Change key={key} before={(written ?? amount)(before)} after={(written ?? amount)(after)} />
        ))}
      </td>
    </tr>
  )
}

function Change({ before, after }: { before: string; after: string }) {
  const { t } = useAccountView()
  return (
    <span className="flex items-center justify-end gap-x-1">
      <span className="text-ui-fg-subtle">{before}</span>
      <ArrowRightMini aria-hidden className="text-ui-fg-subtle" />
      <span className="sr-only">{t("takingBack.afterwards")}</span>
      <span className="font-medium">{after}</span>
    </span>
  )
}

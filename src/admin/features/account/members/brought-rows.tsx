import type { MembershipChangeView, OrderEffect } from "../../../../types/http"
import { moneyFormat } from "../../../lib/money"
import { OrderEffects } from "../../order/history/order-effects"
import { AccountRow } from "../money/outcome"
import { useAccountView, type AccountSpeech } from "../use-account-view"
import { digitsOf, linesOf, withCurrency } from "./brought-lines"

interface BroughtRowsProps {
  readonly change: MembershipChangeView
  /** The end at which the member's own accounts are: it is brought from them, or back to them. */
  readonly own: "from_account_id" | "to_account_id"
  /** What the member is called, and whom they are a member of. */
  readonly names: { readonly member: string; readonly of: string }
  /** What is said where nothing is open. */
  readonly nothing: string
}

/** Rows of a table: what goes from account to account, then what becomes of the accounts and of orders on them. */
export function BroughtRows({ change, own, names, nothing }: BroughtRowsProps) {
  const speech = useAccountView()
  const { t, account } = speech
  const { brought, accounts, orders, membership } = change
  const nameOf = (id: string): string => {
    if (id === account.id) return t("money.thisAccount")
    if (brought.some((one) => one[own] === id)) return names.member
    // Where whom they are a member of is a member too, it is the account of somebody else.
    return id === membership.of.account_id ? names.of : t("money.otherAccount")
  }
  const rows = brought.flatMap((one) => linesOf(one, speech))
  const changed = accounts.filter(
    ({ open_before: open, open_after: opens, unallocated_before: free, unallocated_after: frees }) =>
      open !== opens || free !== frees,
  )
  return (
    <>
      {rows.length === 0 && (
        <tr data-brought="nothing">
          <th scope="row" colSpan={2}>
            {nothing}
          </th>
        </tr>
      )}
      {rows.map(({ key, what, detail, amount }) => (
        <tr key={key} data-brought={key}>
          <th scope="row">
            {what}
            {detail && <span className="text-ui-fg-subtle txt-compact-xsmall block">{detail}</span>}
          </th>
          <td className="font-medium tabular-nums">{amount}</td>
        </tr>
      ))}
      {changed.map((effect) => (
        <AccountRow
          key={effect.id}
          effect={effect}
          name={nameOf(effect.id)}
          written={(value) => withCurrency(value, effect.currency_code, speech.locale)}
        />
      ))}
      {orders.map((order) => (
        <OrderEffects key={order.id} orders={[order]} speech={speechOf(order, speech)} />
      ))}
    </>
  )
}

/** An order may be in another currency than this account; its digits are those of its amounts. */
function speechOf({ open_after: open }: OrderEffect, speech: AccountSpeech): AccountSpeech {
  const digits = digitsOf(open)
  if (digits === speech.digits) return speech
  const { amount } = moneyFormat(speech.locale, speech.account.currency_code, digits)
  return { ...speech, digits, amount, money: amount }
}

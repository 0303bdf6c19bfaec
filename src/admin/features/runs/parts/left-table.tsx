import type { ReactNode } from "react"
import type { RunLeftView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { Owner, Sum } from "../../lists/rows/parts"
import { useListSpeech } from "../../lists/use-list-speech"
import { whyLeft } from "./move-words"

interface LeftProps {
  readonly left: readonly RunLeftView[]
  readonly isNarrow: boolean
}

/** What was left to people, or would be, and why: each leads to its account. */
export function Left({ left, isNarrow }: LeftProps) {
  const { t } = useListSpeech()
  if (isNarrow)
    return (
      <ul aria-label={t("runs.left.list")}>
        {left.map((one) => (
          <LeftItem key={keyOf(one)} one={one} />
        ))}
      </ul>
    )
  return (
    <div className="reconciliation-list-scroll">
      <table
        className="reconciliation-run-rows txt-compact-small text-ui-fg-subtle"
        aria-label={t("runs.left.list")}
      >
        <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
          <tr>
            <th scope="col">{t("runs.moves.account")}</th>
            <th scope="col" data-figure="">
              {t("runs.moves.amount")}
            </th>
            <th scope="col">{t("runs.left.why")}</th>
          </tr>
        </thead>
        <tbody>
          {left.map((one) => (
            <tr key={keyOf(one)} data-left={one.reason}>
              <th scope="row">
                <Owner one={one} />
              </th>
              <td data-figure="">
                <Amount one={one} />
              </td>
              <td>
                <Why one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One of them where there is no room for columns. */
export function LeftItem({ one, children }: { readonly one: RunLeftView; readonly children?: ReactNode }) {
  return (
    <li
      data-left={one.reason}
      className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 border-t px-4 py-2.5"
    >
      <span className="flex items-start justify-between gap-x-3">
        <span className="min-w-0 break-words">
          <Owner one={one} />
        </span>
        <span className="shrink-0">
          <Amount one={one} />
        </span>
      </span>
      <span>
        <Why one={one} />
      </span>
      {children}
    </li>
  )
}

export const keyOf = ({
  account_id: account,
  credit_item_id: credit,
  debit_item_id: debit,
  reason,
}: RunLeftView): string => `${account} ${credit ?? ""} ${debit ?? ""} ${reason}`

/** Of an account that could not be done, no amount is known. */
function Amount({ one }: { readonly one: RunLeftView }) {
  const { t } = useListSpeech()
  if (one.credit_item_id === null && isZero(one.amount)) return <>{t("runs.left.account")}</>
  return <SumOnOrder one={one} />
}

/** The amount, and of an undo the order that it stays on. */
export function SumOnOrder({ one }: { readonly one: RunLeftView }) {
  const { t } = useListSpeech()
  return (
    <>
      <Sum one={one} value={one.amount} />
      {one.order && ` ${t("runs.left.on", { id: one.order.display_id })}`}
    </>
  )
}

function Why({ one }: { readonly one: RunLeftView }) {
  const { serverLang } = useListSpeech()
  return (
    <>
      <WhyLeft one={one} />
      {one.error !== null && (
        <span className="txt-compact-xsmall block break-words" lang={serverLang}>
          {one.error}
        </span>
      )}
    </>
  )
}

/** Why it is left, over who has done that and when. */
export function WhyLeft({ one }: { readonly one: RunLeftView }) {
  const [why, by] = whyLeft(one, useListSpeech())
  return (
    <>
      {why}
      {by !== undefined && <span className="txt-compact-xsmall block break-words">{by}</span>}
    </>
  )
}

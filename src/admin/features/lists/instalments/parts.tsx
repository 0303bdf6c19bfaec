import { Link } from "react-router-dom"
import type { ListedInstalmentView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { reconciliationPath } from "../../../lib/paths"
import { InstalmentSign } from "../../order/plan/instalment-sign"
import { Sum } from "../rows/parts"
import { useListSpeech } from "../use-list-speech"
import { changeOf, farOf, pastOf } from "./words"

interface Of {
  readonly one: ListedInstalmentView
}

/** The day, over how far it is. */
export function Due({ one }: Of) {
  const speech = useListSpeech()
  return (
    <>
      {speech.dayInSentence(one.due_on)}
      <span className="reconciliation-list-second txt-compact-xsmall" data-far={one.days}>
        {farOf(one, speech)}
      </span>
    </>
  )
}

/** Leads to the order, over what is kept for it there. */
export function Order({ one }: Of) {
  return (
    <>
      <Link to={reconciliationPath(one.order_id)} data-row-main="" className="reconciliation-row-main">
        #{one.display_id}
      </Link>
      <span
        className="reconciliation-list-second text-ui-fg-subtle txt-compact-xsmall"
        title={one.titles.join(", ")}
      >
        {one.titles.join(", ")}
      </span>
    </>
  )
}

/** Where it stands, what became of it, and what was changed since it was planned. */
export function InstalmentState({ one }: Of) {
  const speech = useListSpeech()
  const past = pastOf(one, speech)
  const change = changeOf(one, speech)
  return (
    <>
      <InstalmentSign state={one.state} />
      {past !== "" && (
        <span className="reconciliation-instalment-said txt-compact-xsmall" data-became="">
          {past}
        </span>
      )}
      {change && (
        <span
          data-changed={change.code}
          className="reconciliation-instalment-said txt-compact-xsmall text-ui-tag-orange-text"
        >
          {change.text}
        </span>
      )}
    </>
  )
}

/** What it is still to bring, and of how much; of what is paid, all of it. */
export function Amount({ one }: Of) {
  const { t, amountOf } = useListSpeech()
  const isPaid = one.state === "settled"
  return (
    <>
      <Sum one={one} value={isPaid ? one.amount : one.kept} />
      {!isPaid && !isZero(one.paid) && (
        <span className="reconciliation-list-second txt-compact-xsmall" data-paid={one.paid}>
          {t("instalments.paidOf", { paid: amountOf(one)(one.paid), amount: amountOf(one)(one.amount) })}
        </span>
      )}
    </>
  )
}

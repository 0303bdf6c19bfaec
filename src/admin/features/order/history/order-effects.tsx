import { ArrowRightMini } from "@medusajs/icons"
import type { MatchingCode, OrderEffect } from "../../../../types/http"
import { CodeBadge } from "../../../ui/matching-code"
import { StateSign } from "../../../ui/state-sign"
import type { HistorySpeech } from "./names"
import { differencesOf } from "./outcome"

interface OrderEffectsProps {
  orders: readonly OrderEffect[]
  speech: HistorySpeech
  /** Columns of the table beside the first. */
  span?: number
}

/** Rows of a table: what becomes of each order's state, code and open amounts. */
export function OrderEffects({ orders, speech, span = 1 }: OrderEffectsProps) {
  const { t } = speech
  return orders.map((effect) => {
    const { id, display_id: number, state_before: before, state_after: after } = effect
    return (
      <tr key={id} data-order-effect={id}>
        <th scope="row">
          <span className="flex flex-wrap items-center gap-x-1">
            {t(before === after ? "takingBack.orderStays" : "takingBack.order", { id: number })}
            {before === after ? (
              <span className="inline-flex">
                <StateSign state={after} />
                {t("takingBack.unchanged")}
              </span>
            ) : (
              <>
                <StateSign state={before} />
                <Then speech={speech} />
                <StateSign state={after} />
              </>
            )}
          </span>
          <span className="text-ui-fg-subtle txt-compact-xsmall block">
            {differencesOf(effect, speech).join(" · ")}
          </span>
        </th>
        <td colSpan={span}>
          <Codes before={effect.code_before} after={effect.code_after} speech={speech} />
        </td>
      </tr>
    )
  })
}

function Then({ speech }: { speech: HistorySpeech }) {
  return (
    <>
      <ArrowRightMini aria-hidden className="text-ui-fg-subtle" />
      <span className="sr-only">{speech.t("takingBack.afterwards")}</span>
    </>
  )
}

interface CodesProps {
  before: MatchingCode | null
  after: MatchingCode | null
  speech: HistorySpeech
}

function Codes({ before, after, speech }: CodesProps) {
  if (before?.code === after?.code) return after && <CodeBadge code={after} />
  const shown = (code: MatchingCode | null) =>
    code ? (
      <CodeBadge code={code} />
    ) : (
      <span className="text-ui-fg-subtle">{speech.t("takingBack.noCode")}</span>
    )
  return (
    <span className="inline-flex items-center gap-x-1">
      {shown(before)}
      <Then speech={speech} />
      {shown(after)}
    </span>
  )
}

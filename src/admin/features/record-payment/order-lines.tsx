import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { DecimalString, PaidLineView } from "../../../types/http"
import { isZero } from "../../lib/money"
import type { Ticked } from "./draft"
import { FigureField } from "./figure-field"
import type { ListedOrder } from "./listed"
import { onOtherItems } from "./other-items"
import { OtherItemsRow } from "./other-items-row"
import type { PaymentSpeech } from "./speech"

/** As many as fit beside the money; the others are shown when they are asked for. */
const SHOWN = 8

interface OrderLinesProps {
  order: ListedOrder
  lines: readonly PaidLineView[]
  typed: Ticked
  /** What of the money stays on the account; null while that is being asked. */
  stays: DecimalString | null
  speech: PaymentSpeech
  /** All amounts, by item, and the items whose amount was typed. */
  onLines: (lines: Record<string, string>, named: readonly string[]) => void
}

/** The items of a ticked order: what each had open and gets, and a field to say otherwise. */
export function OrderLines({ order, lines, typed, stays, speech, onLines }: OrderLinesProps) {
  const { t, amount } = speech
  const [all, showAll] = useState(false)
  const shown = all ? lines : lines.slice(0, SHOWN)
  const { lines: amounts, named } = typed
  const now = (): Record<string, string> =>
    Object.fromEntries(
      lines.flatMap((one) =>
        one.line === null ? [] : [[one.line, amounts?.[one.line] ?? amount(one.gets)]],
      ),
    )
  /** Once one amount is typed, the others stay what they are: nothing moves that nobody moved. */
  const write = (line: string, text: string) =>
    onLines({ ...now(), [line]: text }, [...new Set([...named, line])])
  const others =
    stays === null || amounts === null || (typed.difference ?? "keep_open") !== "keep_open"
      ? null
      : onOtherItems(lines, { named, stays, digits: speech.as.digits })
  return (
    <>
      {shown.map((line) => (
        <LineRow
          key={line.line ?? ""}
          line={line}
          order={order}
          typed={line.line === null ? undefined : amounts?.[line.line]}
          speech={speech}
          onType={write}
        />
      ))}
      {others && (
        <OtherItemsRow
          others={others}
          speech={speech}
          onSpread={({ gets }) => {
            const more = [...gets].map(([line, value]) => [line, amount(value)] as const)
            onLines({ ...now(), ...Object.fromEntries(more) }, named)
          }}
        />
      )}
      {lines.length > shown.length && (
        <tr data-note="">
          <td colSpan={4}>
            <Button size="small" variant="transparent" type="button" onClick={() => showAll(true)}>
              {t("payment.allLines", { count: lines.length })}
            </Button>
          </td>
        </tr>
      )}
    </>
  )
}

interface LineRowProps {
  line: PaidLineView
  order: ListedOrder
  typed: string | undefined
  speech: PaymentSpeech
  onType: (line: string, text: string) => void
}

function LineRow({ line, order, typed, speech, onType }: LineRowProps) {
  const { t, amount } = speech
  const { line: key, title, open, gets, given_up: givenUp, open_after: then } = line
  const name = key === null ? t("payment.takenBack") : title
  return (
    <tr data-line={key ?? ""}>
      <th scope="row" className="text-ui-fg-subtle">
        {name}
        {!isZero(givenUp) && (
          <span className="txt-compact-xsmall block">
            {t("payment.givenUp", { amount: amount(givenUp) })}
          </span>
        )}
      </th>
      <td className="reconciliation-pays-open text-ui-fg-subtle">{amount(open)}</td>
      <td className="reconciliation-pays-gets">
        {key === null ? (
          amount(gets)
        ) : (
          <FigureField
            label={t("payment.getsOfLine", { title: name, id: order.display_id })}
            shown={typed ?? amount(gets)}
            speech={speech}
            onType={(text) => onType(key, text)}
          />
        )}
      </td>
      <td className="reconciliation-pays-becomes text-ui-fg-subtle">
        {isZero(then) ? "" : t("payment.staysOpen", { amount: amount(then) })}
      </td>
    </tr>
  )
}

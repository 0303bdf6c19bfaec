import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { PaidLineView } from "../../../types/http"
import { isZero } from "../../lib/money"
import { FigureField } from "./figure-field"
import type { ListedOrder } from "./listed"
import type { PaymentSpeech } from "./speech"

/** As many as fit beside the money; the others are shown when they are asked for. */
const SHOWN = 8

interface OrderLinesProps {
  order: ListedOrder
  lines: readonly PaidLineView[]
  /** By item, as typed; null while the order of the lines decides. */
  typed: Readonly<Record<string, string>> | null
  speech: PaymentSpeech
  onLines: (lines: Record<string, string>) => void
}

/** The items of a ticked order: what each had open and gets, and a field to say otherwise. */
export function OrderLines({ order, lines, typed, speech, onLines }: OrderLinesProps) {
  const { t, amount } = speech
  const [all, showAll] = useState(false)
  const shown = all ? lines : lines.slice(0, SHOWN)
  /** Once one amount is typed, the others stay what they are: nothing moves that nobody moved. */
  const write = (line: string, text: string) => {
    const now = Object.fromEntries(
      lines.flatMap((one) => (one.line === null ? [] : [[one.line, typed?.[one.line] ?? amount(one.gets)]])),
    ) as Record<string, string>
    onLines({ ...now, [line]: text })
  }
  return (
    <>
      {shown.map(({ line, title, open, gets, given_up: givenUp, open_after: then }) => {
        const name = line === null ? t("payment.takenBack") : title
        return (
          <tr key={line ?? ""} data-line={line ?? ""}>
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
              {line === null ? (
                amount(gets)
              ) : (
                <FigureField
                  label={t("payment.getsOfLine", { title: name, id: order.display_id })}
                  shown={typed?.[line] ?? amount(gets)}
                  speech={speech}
                  onType={(text) => write(line, text)}
                />
              )}
            </td>
            <td className="reconciliation-pays-becomes text-ui-fg-subtle">
              {isZero(then) ? "" : t("payment.staysOpen", { amount: amount(then) })}
            </td>
          </tr>
        )
      })}
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

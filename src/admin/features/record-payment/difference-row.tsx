import { Text } from "@medusajs/ui"
import { useId } from "react"
import type { MadeDifferenceView, PaidOrderView } from "../../../types/http"
import { isZero } from "../../lib/money"
import { useMay } from "../../lib/use-may"
import { Segments } from "../../ui/segments"
import { DIFFERENCES, type DifferenceKind } from "./draft"
import type { ListedOrder } from "./listed"
import { restWords } from "./rest-words"
import type { PaymentSpeech } from "./speech"

interface DifferenceRowProps {
  order: ListedOrder
  paid: PaidOrderView
  made: MadeDifferenceView | undefined
  /** What a person decided; null while it is the store's to do. */
  value: DifferenceKind | null
  speech: PaymentSpeech
  onChange: (kind: DifferenceKind) => void
}

/** What becomes of what the money does not cover of an order. */
export function DifferenceRow({ order, paid, made, value: decided, speech, onChange }: DifferenceRowProps) {
  const { t } = speech
  const may = useMay("write_off")
  const reasonId = useId()
  const value = decided ?? (isZero(paid.given_up) ? "keep_open" : "write_off")
  return (
    <tr data-note="" data-difference={value}>
      <td colSpan={4}>
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" className="text-ui-fg-base">
            {restWords(paid, made, speech)}
          </Text>
          <Segments
            label={t("payment.difference", { id: order.display_id })}
            options={DIFFERENCES.map((kind) => ({ value: kind, text: t(`payment.differences.${kind}`) }))}
            value={value}
            onChange={onChange}
            locked={may ? undefined : { isLocked: (kind) => kind !== "keep_open", reasonId }}
          />
        </div>
        {!may && (
          <Text id={reasonId} size="xsmall" className="text-ui-fg-subtle mt-1">
            {t("noRight.needs", { right: t("rights.write_off") })}
          </Text>
        )}
        {value !== "keep_open" && (
          <Text size="xsmall" className="text-ui-fg-subtle mt-1">
            {t(made?.request ? "payment.asksSecond" : `payment.meanings.${value}`)}
          </Text>
        )}
      </td>
    </tr>
  )
}

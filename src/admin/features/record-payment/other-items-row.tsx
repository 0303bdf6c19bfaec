import { Button } from "@medusajs/ui"
import type { OtherItems } from "./other-items"
import type { PaymentSpeech } from "./speech"

interface OtherItemsRowProps {
  others: OtherItems
  speech: PaymentSpeech
  onSpread: (others: OtherItems) => void
}

/** Offers what stays on the account to the items whose amount nobody typed. */
export function OtherItemsRow({ others, speech: { t, amount }, onSpread }: OtherItemsRowProps) {
  return (
    <tr data-note="">
      <td colSpan={4}>
        <Button
          size="small"
          variant="transparent"
          type="button"
          data-on-others=""
          onClick={({ currentTarget }) => {
            const changed = fieldOf(currentTarget, others)
            onSpread(others)
            // The button goes with what it offers: the focus goes to what it has changed, once that stands there.
            requestAnimationFrame(() => changed?.focus())
          }}
        >
          {t("payment.onOthers", { amount: amount(others.amount) })}
        </Button>
      </td>
    </tr>
  )
}

/** The field of the first item that gets more, or the last one that is shown. */
function fieldOf(button: HTMLElement, { gets }: OtherItems): HTMLInputElement | null {
  const rows = [...(button.closest("tbody")?.querySelectorAll<HTMLElement>("[data-line]") ?? [])]
  const row = rows.find(({ dataset }) => gets.has(dataset["line"] ?? "")) ?? rows.at(-1)
  return row?.querySelector("input") ?? null
}

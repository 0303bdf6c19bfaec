import { useState } from "react"
import type { DecimalString, OrderReconciliation, WriteOffPreview } from "../../../../types/http"
import { useMoneyPreview } from "../money/use-money-preview"
import { useAccountView } from "../use-account-view"
import { typedAmount, useWrittenAmount } from "./fields"
import { openRestsOf, proposedOf, type OpenRest } from "./proposed"

/** A rest of an order that is given up, or money on account of which the store keeps a small surplus. */
export type WrittenOff =
  | { readonly orderId: string; readonly displayId: string; readonly open: DecimalString }
  | { readonly itemId: string; readonly name: string; readonly open: DecimalString }

export const REST_KINDS = ["short_payment", "bank_charges"] as const
/** All items of the order, in their order. */
export const ALL_ITEMS = ""

/**
 * What is written in the drawer, and what it would come to.
 *
 * @param order undefined while it is read, and of money on account
 */
export function useWriteOff(of: WrittenOff, order: OrderReconciliation | undefined) {
  const view = useAccountView()
  const [kind, setKind] = useState<(typeof REST_KINDS)[number]>(REST_KINDS[0])
  const [reason, setReason] = useState("")
  const [chosen, setChosen] = useState<string | null>(null)
  const [written, setText] = useState<string | null>(null)
  const rests = order ? openRestsOf(order, chosen) : []
  const row = chosen ?? onlyIn(rests)
  const rest = rests.find(({ key }) => key === row)
  const most = rest?.open ?? of.open
  const proposed = rest ? rest.proposed : proposedOf(of, view.account)
  const begun = useWrittenAmount(proposed ?? "0")
  const text = written ?? (proposed === null ? "" : begun)
  const typed = typedAmount({ text, setText, most }, view)
  const path = pathOf(of)
  const asks =
    typed.amount === null
      ? null
      : { amount: typed.amount, ...("orderId" in of && { kind, ...(row !== ALL_ITEMS && { row }) }) }
  const asked = useMoneyPreview<WriteOffPreview>(path, asks)
  const version = asked.preview?.base_version
  return {
    kind,
    setKind,
    reason,
    setReason,
    rests,
    row,
    /** Another item has another amount to begin with. */
    setRow: (key: string) => {
      setChosen(key)
      setText(null)
    },
    most,
    typed,
    path,
    asked,
    /** Null while something is missing, and while it is not known what it would come to. */
    body:
      asks && asked.preview && reason.trim() !== ""
        ? { ...asks, reason: reason.trim(), ...(typeof version === "number" && { version }) }
        : null,
    isTouched: chosen !== null || written !== null || reason !== "" || kind !== REST_KINDS[0],
  }
}

/** The one item that has something open; all of them where there are several. */
const onlyIn = ([only, ...others]: readonly OpenRest[]): string =>
  only && others.length === 0 ? only.key : ALL_ITEMS

const pathOf = (of: WrittenOff): string =>
  "orderId" in of ? `orders/${of.orderId}/write-offs` : `payments/${of.itemId}/write-offs`

export type WriteOffForm = ReturnType<typeof useWriteOff>

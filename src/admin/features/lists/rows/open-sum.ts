import type { ListedTransactionView } from "../../../../types/http"

/** What is open of it with the sign that its amount has: money and credits lower what an account owes. */
export const signedOpen = ({ side, open }: Pick<ListedTransactionView, "side" | "open">): string =>
  side === "credit" ? `-${open}` : open

/** Orange is what a person can place: money that pays nothing, and an order that such money could fill. What is merely unpaid is plain. */
export function openTone({
  state,
  side,
  next_step: step,
}: Pick<ListedTransactionView, "state" | "side" | "next_step">): string {
  if (state === "error") return "text-ui-tag-red-text"
  const isFillable = step?.act === "apply" || step?.act === "put_on_order"
  return side === "credit" || isFillable ? "text-ui-tag-orange-text" : "text-ui-fg-base"
}

import {
  ArrowRightOnRectangle,
  ArrowUturnLeft,
  Calendar,
  Cash,
  CreditCard,
  CreditCardRefresh,
  DocumentText,
  Equals,
  ExclamationCircle,
  Gift,
  PencilSquare,
  Receipt,
  ReceiptPercent,
  ShoppingCart,
  Trash,
} from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { ReactElement } from "react"
import type { HistoryEntry } from "../../../../types/http"

type Facts = Pick<HistoryEntry, "kind" | "posted" | "allocated" | "redo">

const BY_KIND: Readonly<Record<string, ReactElement>> = {
  edit: <PencilSquare />,
  deletion: <Trash />,
  undo: <ArrowUturnLeft />,
  plan: <Calendar />,
  instalment: <Calendar />,
  terms: <DocumentText />,
  reversal: <ExclamationCircle />,
  write_off: <ReceiptPercent />,
  transfer: <ArrowRightOnRectangle />,
  reconcile_account: <Equals />,
}

/** Of what came by itself, by what came: a refund before a payment before a change of prices. */
function ofWhatCame({ posted, allocated }: Facts): ReactElement {
  const items = [...posted.map(({ item }) => item), ...allocated.map(({ credit }) => credit)]
  const kinds = new Set(items.map(({ kind }) => kind))
  if (kinds.has("refund")) return <CreditCardRefresh />
  if (kinds.has("stored_value")) return <Gift />
  if (items.some(({ kind, method }) => kind === "payment" && method === "card")) return <CreditCard />
  if (kinds.has("payment") || kinds.has("deposit")) return <Cash />
  return kinds.has("charge") ? <ShoppingCart /> : <Receipt />
}

/** What kind of change it was, at a glance; its words say the same. */
export function ChangeIcon(facts: Facts) {
  const mirrored = facts.redo && "reconciliation-mirrored"
  return (
    <span aria-hidden className={clx("reconciliation-dot text-ui-fg-subtle", mirrored)}>
      {BY_KIND[facts.kind] ?? ofWhatCame(facts)}
    </span>
  )
}

import type { ReactNode } from "react"
import type { InstalmentView, OrderReconciliation } from "../../types/http"

/** What the drawer in which a payment is recorded is told of the place that it is opened from. */
export interface PaymentPlace {
  /** Whose money it is, and in which currency. */
  accountId: string
  /** Said beneath the title: who pays. */
  about?: string | undefined
  /** The order to tick first. */
  orderId?: string | undefined
  /** Its planned payments, of which one may be what is paid. */
  instalments?: readonly InstalmentView[] | undefined
  open: boolean
  onClose: () => void
  /** Whether the reader may record; who may not sees what the button needs. */
  mayManage?: boolean
}

/** What can be done to the whole of an order in a drawer of its own. */
export type OrderAct = "refund" | "plan" | "cancelPlan" | "terms" | "writeOff"

/** What an act's drawer is told of the order's page. */
export interface ActPlace {
  order: OrderReconciliation
  /** Null while none is begun. */
  act: OrderAct | null
  onClose: () => void
}

/** Other features that a page shows beside its own; its route gives them, for features know nothing of each other. */
export interface BesideOrder {
  payment: (place: PaymentPlace) => ReactNode
  unapplied: (order: OrderReconciliation, mayManage: boolean) => ReactNode
  act: (place: ActPlace) => ReactNode
  /** Write-offs of the order that wait for a second person. */
  requests: (order: OrderReconciliation) => ReactNode
}

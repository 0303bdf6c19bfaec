import { planChosenRefund } from "../../../src/modules/reconciliation/domain/refunds/chosen-refund"
import { matrixOf } from "../../../src/modules/reconciliation/domain/order/matrix"
import { openAmount } from "../../../src/modules/reconciliation/domain/open-item"
import { refundableRows } from "../../../src/modules/reconciliation/domain/refunds/refundable"
import type { RefundChoice } from "../../../src/modules/reconciliation/ingest/repayments"
import type { HostOrder } from "./host-order"
import type { MemoryStore } from "./memory-store"
import { refused } from "./refused"
import type { RowChoice } from "./world"

interface Kept extends RefundChoice {
  readonly mark: string
  readonly orderId: string
  refundId: string | null
}

/** Refunds of chosen rows, as the service keeps them. */
export class MemoryRefunds {
  private kept: Kept[] = []
  private count = 0

  constructor(
    private readonly store: MemoryStore,
    private readonly options: { readonly digits: number; readonly forgetsChoices: boolean },
  ) {}

  of(orderId: string): readonly RefundChoice[] {
    return this.kept.filter((choice) => choice.orderId === orderId)
  }

  choose(order: HostOrder, { payment, amount, rows: wanted }: RowChoice): string {
    const document = this.store.documents.get(order.id)
    if (!document) throw refused("order_not_read")
    const { items, live: allocations } = this.store
    const { rows } = matrixOf({ documentId: document.id, items, allocations })
    const chosen = this.kept
      .filter((choice) => choice.orderId === order.id && !this.options.forgetsChoices)
      .map(({ refundId, lines }) => ({ key: refundId === null ? null : `ref:${refundId}`, lines }))
    const lines = planChosenRefund({
      orderId: order.id,
      digits: this.options.digits,
      amount,
      wanted,
      rows,
      refundable: refundableRows({ documentId: document.id, rows, items, allocations, chosen }),
      expected: [],
      openRefunds: this.store
        .itemsOf(document)
        .filter(({ kind, side }) => kind === "refund" && side === "debit")
        .reduce((sum, item) => sum + openAmount(item), 0n),
      host: {
        owes: order.pending < 0n ? -order.pending : 0n,
        isInexact: false,
        isCanceled: order.isCanceled,
        isChanging: false,
      },
    })
    this.count += 1
    const mark = String(this.count)
    this.kept.push({ mark, orderId: order.id, paymentId: payment, amount, lines, at: "", refundId: null })
    return mark
  }

  note(mark: string, refundId: string | null): void {
    if (refundId === null) this.kept = this.kept.filter((choice) => choice.mark !== mark)
    for (const choice of this.kept) if (choice.mark === mark) choice.refundId = refundId
  }
}

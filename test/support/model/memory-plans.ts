import type { Strategy } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import { leftOf, type Instalment } from "../../../src/modules/reconciliation/domain/instalments/instalment"
import { signedAmount } from "../../../src/modules/reconciliation/domain/open-item"
import { instalmentsToBe, termsOf } from "../../../src/modules/reconciliation/domain/instalments/payment-plan"
import { openLines, paidLines, recount } from "../../../src/modules/reconciliation/domain/instalments/recount"
import type { MemoryStore } from "./memory-store"
import { refused } from "./refused"
import type { InstalmentEvent, PlannedPart } from "./world"

/** Planned payments in memory. */
export class MemoryPlans {
  private instalments = 0

  constructor(
    private readonly store: MemoryStore,
    private readonly options: { readonly digits: number; readonly strategy: Strategy },
  ) {}

  plan(orderId: string, parts: readonly PlannedPart[]): void {
    const { store } = this
    const document = store.documents.get(orderId)
    if (!document) throw refused("order_not_read")
    const items = store.itemsOf(document)
    const cancelled = items.filter(({ key }) => key.startsWith("cancel:"))
    if (cancelled.reduce((sum, item) => sum + signedAmount(item), 0n) !== 0n) throw refused("order_cancelled")
    const ids = new Set(items.map(({ id }) => id))
    const allocations = store.live.filter(
      ({ creditItemId, debitItemId }) =>
        (ids.has(creditItemId) || ids.has(debitItemId)) &&
        store.accountOf({ id: creditItemId }) === document.account,
    )
    const asked = parts.map(({ lineKey, ...part }) => ({
      ...part,
      method: null,
      items: lineKey === null ? [] : [{ lineKey, amount: part.amount }],
    }))
    const { payments, countsPaid } = termsOf(asked, {
      orderId,
      digits: this.options.digits,
      open: openLines(items),
      paid: paidLines({ items, allocations }),
    })
    const planned = instalmentsToBe(payments)
    const { releases, proposals } = recount({
      ...document,
      items,
      allocations,
      instalments: planned,
      countsPaid,
      strategy: this.options.strategy,
      namesOf: () => [],
      on: "2030-01-01",
    })
    const base = BigInt(this.instalments)
    const named = (id: bigint): bigint => (id < 0n ? base - id : id)
    this.instalments += planned.length
    const ended = store
      .instalmentsOf(orderId)
      .map((one) => (leftOf(one) > 0n ? { ...one, cancelled: true } : one))
    store.plans.set(orderId, [...ended, ...planned.map((one) => ({ ...one, id: named(one.id) }))])
    store.write({
      account: document.account,
      kind: "plan",
      document,
      releases,
      proposals: proposals.map((proposal) => ({
        ...proposal,
        instalmentId: proposal.instalmentId === null ? null : named(proposal.instalmentId),
      })),
    })
  }

  note({ id }: Instalment, event: InstalmentEvent): void {
    for (const [orderId, document] of this.store.documents) {
      const instalment = this.store.instalmentsOf(orderId).find((one) => one.id === id)
      if (!instalment) continue
      if (event.kind === "cancelled" && instalment.cancelled) return
      if (instalment.cancelled) throw refused("instalment_cancelled")
      if (event.kind === "failed" && instalment.failed) return
      if (leftOf(instalment) === 0n) throw refused("instalment_settled")
      const change =
        event.kind === "postponed" ? { dueOn: event.dueOn, failed: false } : { [event.kind]: true }
      const noted = this.store.plans.get(orderId) ?? []
      this.store.plans.set(
        orderId,
        noted.map((one) => (one.id === id ? { ...one, ...change } : one)),
      )
      document.account.version += 1
      return
    }
  }
}

import { candidateOf, itemAfter } from "../../../src/modules/reconciliation/domain/allocation/candidate"
import { planInWork } from "../../../src/modules/reconciliation/domain/instalments/fulfil"
import { least } from "../../../src/modules/reconciliation/domain/money"
import { isCharge, isTakenBack, type OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import { inPayingOrder, openOf, payOrder } from "../../../src/modules/reconciliation/domain/planner/payment"
import { planCashDiscount } from "../../../src/modules/reconciliation/domain/write-offs/cash-discount"
import { openForWriteOff } from "../../../src/modules/reconciliation/domain/write-offs/write-off"
import type { MemoryCorrections } from "./memory-corrections"
import type { MemoryStore } from "./memory-store"
import { refused } from "./refused"
import type { DiscountedPayment } from "./world"

/** Money on account, as it came. */
export const depositOf = ({
  amount,
  key,
  at,
}: Pick<DiscountedPayment, "amount" | "key" | "at">): OpenItem => ({
  id: -1n,
  documentId: null,
  side: "credit",
  kind: "deposit",
  key: `deposit:${key}`,
  sequence: 1,
  lineKey: null,
  position: 0,
  title: "Deposit on account",
  reference: key,
  method: "cheque",
  occurredAt: at,
  occurredOn: at.slice(0, 10),
  dueOn: null,
  amount,
  allocated: 0n,
  taxes: [],
  taxesAllocated: [],
})

/** Payments that are recorded with the order that they pay and the discount that they are less by, in memory. */
export class MemoryRecording {
  private discounts = 0

  constructor(
    private readonly store: MemoryStore,
    private readonly corrections: MemoryCorrections,
  ) {}

  payDiscounted({ owner, orderId, discount, ...payment }: DiscountedPayment): string {
    const { store } = this
    const account = store.accountFor(owner)
    const document = store.documents.get(orderId)
    if (!document) throw refused("order_not_read")
    if (document.account !== account) throw refused("order_of_another_account")
    const items = store.itemsOf(document)
    const candidates = store.candidates(items)
    const lines = openForWriteOff(candidates, "cash_discount")
    const granted = this.corrections.decidedOn(items, { open: openOf(lines), wanted: discount })
    this.discounts += 1
    const id = `disc_${this.discounts}`
    const given = planCashDiscount(
      granted,
      lines.map((debit) => ({ debit, weight: debit.open })),
      {
        id,
        documentId: document.id,
        glAccount: null,
        occurredAt: payment.at,
        occurredOn: payment.at.slice(0, 10),
        firstId: -2n,
      },
    )
    const item = depositOf(payment)
    const money = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
    const debits = inPayingOrder(candidates.filter((one) => isCharge(one.item) || isTakenBack(one.item)))
    const paid = payOrder([money], {
      debits,
      plan: planInWork(store.instalmentsOf(orderId)),
      amount: least(openOf(debits), money.open),
    })
    store.write({
      account,
      kind: "deposit",
      items: [itemAfter(money), ...given.items],
      proposals: [...given.proposals, ...paid],
    })
    return id
  }
}

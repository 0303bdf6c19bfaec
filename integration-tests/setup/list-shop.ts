import { due, LATER, moment, type PlanShop } from "./plan-shop"

export const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

/** A store in which each sentence about why something is open, and each of the overview, is true once. */
export async function everySentenceOnce(shop: PlanShop): Promise<void> {
  const money = async (customerId: string | null, amount: string): Promise<void> => {
    await shop.ledger.service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: `cheque of ${customerId}`,
      occurredAt: "2026-01-05",
      idempotencyKey: `${customerId} ${amount}`,
      context: shop.context,
    })
  }
  await shop.read(shop.order("none"))
  const part = shop.order("part")
  part.capture(moment(2), 10_000n, 0)
  await shop.read(part)
  const paid = shop.order("full")
  paid.capture(moment(2), 17_000n, 0)
  await shop.read(paid)
  const surplus = shop.order("surplus")
  surplus.capture(moment(2), 20_000n, 0)
  await shop.read(surplus)
  const planned = shop.order("planned")
  await shop.read(planned)
  await shop.plan(planned, [due(LATER, "100.00")])
  const late = shop.order("late")
  await shop.read(late)
  await shop.plan(late, [due(YESTERDAY, "30.00"), due(LATER, "140.00")])
  const again = shop.order("again", [2500n])
  again.capture(moment(2), 2500n, 0)
  await shop.read(again)
  await shop.read(shop.order("fits"))
  await money("cus_fits", "170.00")
  await shop.read(shop.order("near"))
  await money("cus_near", "12.00")
  await money(null, "33.00")
  await money("cus_nothing", "44.00")
  const wrong = shop.order("wrong")
  wrong.capture(moment(2), 17_000n, 0)
  await shop.read(wrong, undefined, {
    problems: [
      { code: "books_differ", detail: "The books differ.", remedy: "Look.", facts: { amount: "1.00" } },
    ],
  })
  await shop.ledger.service.payments.reverse({
    paymentId: `${again.id}_cap0001`,
    kind: "chargeback",
    amount: null,
    reference: null,
    reason: "fraudulent",
    occurredAt: null,
    idempotencyKey: "taken back",
    context: shop.context,
  })
  const asking = shop.ledger.serviceWith({
    writeOff: {
      accounts: { loss: "6714", gain: "7714" },
      limits: { EUR: { amount: "100.00", percent: 100 } },
      approvalAbove: { eur: "5.00" },
    },
  })
  await asking.writeOffs.write({
    target: { orderId: part.id },
    kind: "short_payment",
    amount: null,
    reason: "moved away",
    context: shop.context,
  })
  await putAndUndone(shop, "order_fits")
  await mirroredInPart(shop)
}

/** A person puts money of the account on an order, and takes it off again. */
async function putAndUndone(shop: PlanShop, orderId: string): Promise<void> {
  const [ids] = await shop.ledger.sql<{ credit: string; debit: string }>(
    `select min(c.id)::text as credit, min(i.id)::text as debit
       from reconciliation_document d join reconciliation_open_item i on i.document_id = d.id
       join reconciliation_open_item c on c.account_id = d.account_id and c.kind = 'deposit' where d.order_id = ?`,
    [orderId],
  )
  const { edits, orders } = shop.ledger.service
  const version = async (): Promise<number> => (await orders.retrieve(orderId))?.version ?? 0
  const { change_id: changeId } = await edits.edit({
    orderId,
    expectedVersion: await version(),
    cells: [{ creditItemId: ids?.credit ?? "", debitItemId: ids?.debit ?? "", amount: "20.00" }],
    context: shop.context,
  })
  await edits.takeBack({
    target: { orderId, changeId: changeId ?? "" },
    cascade: false,
    expectedVersion: await version(),
    context: shop.context,
  })
}

/** An order is paid by money on account, and the host counts only a part of it. */
async function mirroredInPart(shop: PlanShop): Promise<void> {
  const order = shop.order("mirrored", [2500n])
  await shop.read(order)
  const { accounts, mirrors, payments } = shop.ledger.service
  const { payment } = await payments.record({
    customerId: "cus_mirrored",
    currencyCode: "eur",
    digits: 2,
    amount: "25.00",
    method: "cheque",
    reference: "cheque of cus_mirrored",
    occurredAt: "2026-01-05",
    idempotencyKey: "cus_mirrored",
    context: shop.context,
  })
  await accounts.reconcile(payment.account_id, "oldest_first", { context: shop.context })
  const [work] = await mirrors.workOf(order.id)
  if (!work) throw new Error("nothing is to be shown to the host")
  await mirrors.part(work, 1500n)
}

import type { GivenDocumentNumberView, ListedTransactionView, OpenItemView } from "../../src/types/http"
import { numberOfInvoiceWorkflow } from "../../examples/workflows/number-of-invoice"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { sweep } from "../../src/workflows/sweep/sweep"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

describeHost((host) => {
  it("F74: an invoice's number comes by a workflow, a route and metadata, is listed and found", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const orderId = await store.checkOut([0, 1])
    await host.settled()
    const { customer } = await store.eventually(orderId, { version: 1 })
    const found = async (q: string): Promise<string[]> => {
      const at = `reconciliation/transactions?q=${encodeURIComponent(q)}&account_id=${(await store.order(orderId)).account_id}`
      const { transactions } = await store.get<{ transactions: ListedTransactionView[] }>(at)
      return transactions.map(({ kind, document_number: one }) => `${kind} ${one?.number ?? "-"}`)
    }
    const invoice = { id: "inv_1", order_id: orderId, number: "INV-2026-001", date: "2026-11-28" }
    for (let run = 0; run < 2; run += 1) {
      const { result } = await numberOfInvoiceWorkflow(host.container()).run({ input: invoice })
      expect(result).toMatchObject({ document_number: { number: "INV-2026-001" }, changed: true })
    }
    expect(await found("inv 2026-001")).toEqual(["order INV-2026-001"])

    const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "95.00",
      method: "cheque",
      reference: "CHQ 20771",
    })
    const path = `reconciliation/transactions/item_${payment.id}/document-number`
    const given = { number: "ADV-5", kind: "invoice", issued_on: "2026-11-27" }
    expect(await store.send("put", path, given)).toEqual({ document_number: given, changed: true })
    expect(await found("20771")).toEqual(["deposit ADV-5"])
    const read = await store.get<{ history: GivenDocumentNumberView[] }>(path)
    expect(read).toMatchObject({
      document_number: given,
      history: [{ source: "given", cause: "PUT transactions/:id/document-number", actor: { type: "user" } }],
    })

    const { settings } = ledgerOf(host.container())
    Object.assign(settings, { documentNumberKey: "invoice_number" })
    try {
      await store.act(`orders/${orderId}`, { metadata: { invoice_number: "INV-2026-002" } })
      await sweep(host.container())
    } finally {
      Object.assign(settings, { documentNumberKey: null })
    }
    expect((await store.order(orderId)).document_number).toEqual({
      number: "INV-2026-002",
      kind: "invoice",
      issued_on: null,
    })
    expect([await found("INV-2026-001"), await found("inv2026002")]).toEqual([[], ["order INV-2026-002"]])
  })
})

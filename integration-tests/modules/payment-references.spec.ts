import { creditorReference } from "../../src/modules/reconciliation/domain/payment-reference"
import { fitsMod97, scanned } from "../../test/support/epc-qr"
import { moment, PlanShop } from "../setup/plan-shop"

describe("F75: how orders and accounts are paid by transfer, on PostgreSQL", () => {
  let shop: PlanShop

  beforeAll(async () => {
    shop = await PlanShop.open("payment_references")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })

  it("the database makes the references that the domain makes", async () => {
    const bodies = ["O1", "O1042", "A7", "D99", "OABCXYZ019", `O${"9".repeat(20)}`, "539007547034", "G72UUR"]
    const made = await shop.ledger.sql<{ reference: string }>(
      "select reconciliation_creditor_reference(body) as reference from unnest(?::text[]) with ordinality b (body, n) order by n",
      [bodies],
    )
    expect(made.map(({ reference }) => reference)).toEqual(bodies.map(creditorReference))
  })

  it("an order has one for ever, and what it owes as the text of a QR code", async () => {
    const creditTransfer = { name: "Shop Ltd", iban: "DE89 3704 0044 0532 0130 00" }
    const service = shop.ledger.serviceWith({ creditTransfer })
    const order = shop.order("paid")
    await shop.read(order)
    const view = await service.orders.retrieve(order.id)
    expect(fitsMod97(view?.payment_reference ?? "")).toBe(true)
    expect(scanned(view?.payment_qr ?? "")).toMatchObject({
      money: "EUR170.00",
      name: "Shop Ltd",
      iban: "DE89370400440532013000",
      structured: view?.payment_reference,
    })
    order.capture(moment(2), 7_000n, 0)
    await shop.read(order)
    expect(scanned((await service.orders.retrieve(order.id))?.payment_qr ?? "").money).toBe("EUR100.00")
    order.capture(moment(3), 10_000n, 0)
    await shop.read(order)
    const paid = await service.orders.retrieve(order.id)
    expect([paid?.payment_reference, paid?.payment_qr]).toEqual([view?.payment_reference, null])
    expect((await shop.ledger.service.orders.retrieve(order.id))?.payment_qr).toBeNull()
    const account = await service.accounts.retrieve(view?.account_id ?? "")
    expect(account.payment_reference).toBe(creditorReference(`A${account.id}`))
    expect(
      await shop.ledger.sql(
        "select id, reference from reconciliation_entity_payment_reference where document_id = ? or account_id = ? order by id",
        [view?.document_id, account.id],
      ),
    ).toEqual([
      { id: `account_${account.id}`, reference: account.payment_reference },
      { id: `order_${view?.document_id}`, reference: view?.payment_reference },
    ])
  })
})

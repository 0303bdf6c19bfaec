import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { allocationsOfOrder } from "../../examples/entities/allocations-of-an-order"
import { itemsOfPayment } from "../../examples/entities/items-of-a-payment"
import { openItemsOfCustomer } from "../../examples/entities/open-items-of-a-customer"
import { ordersOfCode } from "../../examples/entities/orders-of-a-code"
import { ordersOfAccount } from "../../examples/entities/orders-of-an-account"
import { paymentReferenceOfOrder } from "../../examples/entities/payment-reference-of-an-order"
import { plannedPaymentsOfOrder } from "../../examples/entities/planned-payments-of-an-order"
import type { AccountView } from "../../src/types/http"
import { describeHost, type Host } from "../setup/host"
import { TestStore } from "../setup/store"

interface AllocationEntity {
  id: string
  amount: string
  rule: string
  credit_item: { id: string; kind: string; amount: string; payment: { id: string } | null }
  debit_item: { row: string | null; order_id: string }
}

interface DocumentEntity {
  id: string
  order_id: string
  display_id: string
  allocations: AllocationEntity[]
}

/** Reads entities as another plugin would. */
async function read<Entity>(
  host: Host,
  entity: string,
  { fields, filters }: { fields: string[]; filters: object },
): Promise<Entity[]> {
  const query = host.container().resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters })
  return data as Entity[]
}

const OF_AN_ALLOCATION = [
  "id",
  "amount",
  "rule",
  "credit_item.id",
  "credit_item.kind",
  "credit_item.amount",
  "credit_item.payment.id",
  "debit_item.row",
  "debit_item.order_id",
]

describeHost((host) => {
  it.each([
    ["eur", "de", ["75.00", "25.00"]],
    ["jpy", "jp", ["75", "25"]],
    ["kwd", "kw", ["75.000", "25.000"]],
  ])(
    "F82: query.graph reads an order's allocations with their payment, to the last digit of %s",
    async (currency, country, amounts) => {
      const store = await TestStore.open(host, { currency, country, prices: [75, 75] })
      const orderId = await store.checkOut([0, 1])
      await store.capture(orderId, 100)
      const shown = await store.eventually(orderId, { state: "partial" })
      const payment = await store.payment(orderId)

      const [order] = await read<{ reconciliation_document: DocumentEntity }>(host, "order", {
        fields: ["id", ...OF_AN_ALLOCATION.map((field) => `reconciliation_document.allocations.${field}`)],
        filters: { id: orderId },
      })
      const allocations = order?.reconciliation_document.allocations ?? []
      const byAmount = allocations.toSorted((one, other) => Number(other.amount) - Number(one.amount))
      expect(byAmount.map(({ amount }) => amount)).toEqual(amounts)
      expect(byAmount.map(({ debit_item }) => debit_item.row)).toEqual(shown.cells.map(({ row }) => row))
      expect(byAmount.map(({ amount }) => amount)).toEqual(shown.cells.map(({ amount }) => amount))
      for (const { credit_item: credit } of allocations)
        expect(credit).toMatchObject({
          id: shown.columns[0]?.id,
          kind: "payment",
          amount: shown.columns[0]?.amount,
          payment: { id: payment.id },
        })

      const [allocation] = await read<AllocationEntity & { document: { order: { id: string } } }>(
        host,
        "reconciliation_allocation",
        {
          fields: ["id", "amount", "document.order.id", "credit_item.payment.id"],
          filters: { id: byAmount[0]?.id },
        },
      )
      expect(allocation).toMatchObject({
        amount: amounts[0],
        document: { order: { id: orderId } },
        credit_item: { payment: { id: payment.id } },
      })
    },
  )

  it("F82: reads from each entity what its example in the manual shows", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const paid = await store.checkOut([0])
    const unpaid = await store.checkOut([1])
    await store.capture(paid)
    const order = await store.eventually(paid, { state: "full" })
    await store.eventually(unpaid, { version: 1 })
    await store.send("put", `reconciliation/orders/${unpaid}/plan`, {
      instalments: [{ due_on: "2199-01-01", amount: "12.00" }],
    })
    const { customer, code, account_id: accountId } = order
    const payment = await store.payment(paid)
    const container = host.container()
    const asked = async (answer: Promise<unknown>): Promise<unknown> =>
      JSON.parse(JSON.stringify(await answer))

    expect(await asked(allocationsOfOrder(container, paid))).toMatchObject([
      {
        reconciliation_document: {
          allocations: [{ amount: "75.00", credit_item: { method: "manual", payment: { id: payment.id } } }],
        },
      },
    ])
    expect(await asked(openItemsOfCustomer(container, String(customer?.id)))).toMatchObject([
      {
        reconciliation_accounts: [
          {
            currency_code: "usd",
            open_items: expect.arrayContaining([expect.objectContaining({ open: "20.00" })]),
          },
        ],
      },
    ])
    expect(await asked(ordersOfAccount(container, accountId))).toMatchObject([
      {
        customer: { email: "ada@example.com" },
        documents: expect.arrayContaining([
          expect.objectContaining({
            order: expect.objectContaining({ display_id: Number(order.display_id) }),
            matching_sequences: [expect.objectContaining({ code: "A" })],
          }),
        ]),
      },
    ])
    expect(await asked(ordersOfCode(container, { accountId, rank: code?.rank ?? 0 }))).toMatchObject([
      {
        ...code,
        document: { order: { display_id: Number(order.display_id) }, allocations: [{ amount: "75.00" }] },
      },
    ])
    expect(await asked(itemsOfPayment(container, payment.id))).toMatchObject([
      {
        reconciliation_open_items: [
          {
            kind: "payment",
            amount: "75.00",
            allocations_made: [{ amount: "75.00", document: { order_id: paid } }],
          },
        ],
      },
    ])
    expect(await asked(plannedPaymentsOfOrder(container, unpaid))).toMatchObject([
      { planned_payments: [{ number: 1, due_on: "2199-01-01", amount: "12.00", paid: "0.00" }] },
    ])
    const { account } = await store.get<{ account: AccountView }>(`reconciliation/accounts/${accountId}`)
    expect(await asked(paymentReferenceOfOrder(container, paid))).toMatchObject([
      {
        reconciliation_document: {
          payment_references: [{ reference: order.payment_reference }],
          account: { payment_references: [{ reference: account.payment_reference }] },
        },
      },
    ])
  })

  it("F82: refuses to write through the entities, in the service and in the database, and says what to call", async () => {
    const ledger = ledgerOf(host.container())
    await expect(ledger.updateReconciliationAccounts({ id: "1", version: 7 })).rejects.toMatchObject({
      code: "entity_read_only",
      remedy: expect.stringContaining("workflow"),
    })
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const orderId = await store.checkOut([0])
    await store.eventually(orderId, { version: 1 })
    const database = host.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await expect(database.raw("update reconciliation_entity_open_item set amount = 1")).rejects.toThrow(
      "is for reading; the ledger is written by its workflows and routes",
    )
    await expect(database.raw("delete from reconciliation_entity_account")).rejects.toThrow("is for reading")
  })
})

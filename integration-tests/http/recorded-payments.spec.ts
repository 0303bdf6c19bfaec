import { readFileSync } from "node:fs"
import path from "node:path"
import type {
  OrdersPaid,
  PaymentPreview,
  RecordedPaymentsView,
  RecordedPaymentView,
} from "../../src/types/http"
import { recordMorningPostWorkflow } from "../../examples/workflows/record-morning-post"
import { register } from "../setup/customer"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost } from "../setup/host"
import { secretKey } from "../setup/secret-key"
import { exchangeOf, expanded, stepsOf, takenFrom, type Variables } from "../setup/session"
import { TestStore } from "../setup/store"

describeHost((host) => {
  const open = async (prices = [75, 75, 20]): Promise<{ store: TestStore; orderId: string }> => {
    const store = await TestStore.open(host, { currency: "usd", prices })
    const orderId = await store.checkOut(prices.map((_, index) => index))
    await store.eventually(orderId, { version: 1 })
    await host.settled()
    return { store, orderId }
  }

  it("F19: the session of the manual runs as it is shown, to the last amount", async () => {
    const { orderId } = await open()
    const page = readFileSync(path.resolve(__dirname, "../../docs/guide.md"), "utf8")
    const steps = stepsOf(page, "Recording a payment")
    const variables: Variables = {
      HOST: host.address(),
      KEY: (await secretKey(host)).token,
      ORDER: orderId,
    }
    for (const { command, shown } of steps) {
      const { method, address, headers, body, status } = exchangeOf(command, variables)
      const answer = await host.request(method, address.replace(host.address(), ""), { headers, body })
      expect({ command, status: answer.status, body: answer.body }).toMatchObject({ command, status })
      Object.assign(variables, takenFrom(command, answer.body))
      const expected: unknown = JSON.parse(expanded(shown ?? "{}", variables))
      expect({ command, body: answer.body }).toMatchObject({ command, body: expected })
    }
    expect(steps.length).toBeGreaterThan(6)
    expect(steps.every(({ shown }) => shown !== undefined)).toBe(true)
  })

  it("F19: reads an order first that the ledger does not know yet, also for a preview", async () => {
    const { store, orderId } = await open()
    const other = await store.checkOut([2])
    const { customer } = await store.order(orderId)
    const body = {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "25.00",
      method: "cash",
      orders: [{ order_id: other }],
    }
    const preview = await store.act<PaymentPreview>("reconciliation/payments/preview", body)
    expect(preview).toMatchObject({ stays: "5.00", orders: [{ id: other, state_after: "full" }] })
    const recorded = await store.act<RecordedPaymentView>("reconciliation/payments", {
      ...body,
      version: preview.base_version,
    })
    expect(recorded.orders).toEqual(preview.orders)
  })

  it("F29: applies what lies on the account, and its preview changes nothing", async () => {
    const { store, orderId } = await open()
    const { customer, account_id: account } = await store.order(orderId)
    await store.act("reconciliation/payments", {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "80.00",
      method: "transfer",
    })
    const route = `reconciliation/accounts/${account}/apply`
    const orders = [{ order_id: orderId, amount: "60.00" }]
    const preview = await store.act<OrdersPaid>(`${route}/preview`, { orders })
    expect((await store.order(orderId)).state).toBe("none")
    const applied = await store.act<OrdersPaid>(route, { orders, note: "He asked for it." })
    expect(applied.orders).toEqual(preview.orders)
    expect(applied).toMatchObject({ unapplied_used: "60.00", orders: [{ open_after: "110.00" }] })
  })

  it("F19: another plugin hands a morning's post over, twice, and what cannot be recorded comes back", async () => {
    const { store, orderId } = await open()
    const { customer, display_id: number } = await store.order(orderId)
    const input = {
      currency_code: "usd",
      day: "2026-01-15",
      cheques: [
        { number: "CHQ 1", amount: "75.00", payer: customer?.id ?? "", order: `#${number}` },
        { number: "CHQ 2", amount: "10.00", payer: "cus_nobody" },
        { number: "CHQ 3", amount: "10.00", payer: customer?.id ?? "", order: "999999" },
      ],
    }
    const runs: RecordedPaymentsView[] = []
    for (let run = 0; run < 2; run += 1) {
      const { result } = await recordMorningPostWorkflow(host.container()).run({ input })
      runs.push(result)
    }
    expect(runs[1]).toEqual(runs[0])
    expect(runs[0]).toMatchObject({ recorded: 1, refused: 2 })
    expect(runs[0]?.rows.map(({ error }) => error?.code ?? null)).toEqual([
      null,
      "customer_not_found",
      "order_not_found",
    ])
    expect((await store.order(orderId)).totals).toMatchObject({ allocated: "75.00", open: "95.00" })
  })

  it("F19, F45: lets nobody give up a rest who may only record money", async () => {
    const { store, orderId } = await open([20])
    const { customer, account_id: account } = await store.order(orderId)
    const settings = ledgerOf(host.container()).settings
    Object.assign(settings, { rights: { write_off: ["user_somebody"] } })
    try {
      const orders = [{ order_id: orderId, difference: { kind: "write_off" } }]
      const payment = { customer_id: customer?.id, currency_code: "usd", amount: "19.00", method: "cash" }
      const refusals = []
      for (const [route, body] of [
        ["payments", { ...payment, orders }],
        [`accounts/${account}/apply`, { orders }],
      ] as const) {
        const { status, body: refused } = await host.request<{ code: string; ids: object }>(
          "post",
          `/admin/reconciliation/${route}`,
          { body, headers: store.admin },
        )
        refusals.push([status, refused.code, refused.ids])
      }
      const missing = [403, "right_missing", { right: "write_off", order_id: orderId }]
      expect(refusals).toEqual([missing, missing])
      const kept = [{ order_id: orderId, difference: { kind: "keep_open" } }]
      const recorded = await store.act<RecordedPaymentView>("reconciliation/payments", {
        ...payment,
        orders: kept,
      })
      expect(recorded.orders).toMatchObject([{ open_after: "1.00" }])
    } finally {
      Object.assign(settings, { rights: {} })
    }
  })

  it("F19: a batch that is sent again is answered, although a customer whom it could not find has come meanwhile", async () => {
    const { store, orderId } = await open([20])
    const { customer } = await store.order(orderId)
    const cheque = { amount: "5.00", method: "cheque" }
    const body = {
      currency_code: "usd",
      only_valid: true,
      rows: [
        { ...cheque, customer: customer?.id },
        { ...cheque, customer: "late@batch.example" },
      ],
    }
    const send = async (key: string) =>
      host.request<RecordedPaymentsView & { code: string }>("post", "/admin/reconciliation/payments/batch", {
        body,
        headers: { ...store.admin, "idempotency-key": key },
      })
    const first = await send("batch sent again")
    expect(first).toMatchObject({ status: 201, body: { recorded: 1, refused: 1 } })
    await store.act("customers", { email: "late@batch.example" })
    expect(await send("batch sent again")).toMatchObject({ status: 201, body: first.body })
    expect((await send("batch sent anew")).body).toMatchObject({ recorded: 2, refused: 0 })
    body.rows[1] = { ...cheque, customer: customer?.id }
    expect((await send("batch sent again")).body.code).toBe("idempotency_key_reused")
  })

  it("F19: in a currency that the store has dropped refuses the rows of those who have no account in it, and no others", async () => {
    const { store } = await open([20])
    const customerOf = async (email: string): Promise<string> =>
      (await store.act<{ customer: { id: string } }>("customers", { email })).customer.id
    const [known, other] = [await customerOf("known@mad.example"), await customerOf("other@mad.example")]
    await ledgerOf(host.container()).payments.record({
      customerId: known,
      currencyCode: "mad",
      digits: 2,
      amount: "1.00",
      method: "cash",
      reference: null,
      occurredAt: null,
      idempotencyKey: "before mad was dropped",
      context: { actor: { type: "system", id: null }, cause: "test" },
    })
    const row = (customer: string) => ({ customer, amount: "5.00", method: "cash" })
    for (const rows of [
      [row(known), row(other), row(known)],
      [row(other), row(known), row(other)],
    ]) {
      const answer = await store.act<RecordedPaymentsView>("reconciliation/payments/batch/preview", {
        currency_code: "mad",
        only_valid: true,
        rows,
      })
      expect(answer.rows.map(({ error }) => error?.code)).toEqual(
        rows.map(({ customer }) => (customer === known ? undefined : "currency_not_of_store")),
      )
    }
  })

  it("F19: does not guess whose money it is where several customers have one address", async () => {
    const { store, orderId } = await open([20])
    const { customer } = await store.order(orderId)
    const email = customer?.email ?? ""
    // Beside the guest who bought with the address, somebody logs in with it.
    await register(host, store, email)
    const answer = await store.act<RecordedPaymentsView>("reconciliation/payments/batch/preview", {
      currency_code: "usd",
      rows: [{ customer: email, amount: "5.00", method: "cash" }],
    })
    expect(answer.rows[0]?.error).toMatchObject({ code: "customer_ambiguous" })
  })
})

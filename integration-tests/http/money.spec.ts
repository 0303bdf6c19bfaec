import { readFileSync } from "node:fs"
import path from "node:path"
import type { MoneyMoveView, OpenItemView, PayBackView } from "../../src/types/http"
import { claimTransferWorkflow } from "../../examples/workflows/claim-transfer"
import { goodwill } from "../setup/credit-lines"
import { describeHost } from "../setup/host"
import { secretKey } from "../setup/secret-key"
import { exchangeOf, expanded, stepsOf, takenFrom, type Variables } from "../setup/session"
import { TestStore } from "../setup/store"

/** A 75, B 75, C 20, no tax and no shipping. */
const SHOP = { currency: "usd", prices: [75, 75, 20] }

interface Refused {
  code: string
  ids: Record<string, string>
}

describeHost((host) => {
  const customer = async (store: TestStore, email: string): Promise<string> =>
    (await store.act<{ customer: { id: string } }>("customers", { email })).customer.id

  const refused = async (store: TestStore, route: string, body: unknown) =>
    host.request<Refused>("post", `/admin/reconciliation/${route}`, { body, headers: store.admin })

  it("F66, F78, F79: the session of the manual runs as it is shown, to the last amount", async () => {
    const store = await TestStore.open(host, SHOP)
    const page = readFileSync(path.resolve(__dirname, "../../docs/guide.md"), "utf8")
    const steps = stepsOf(page, "Money of an unknown owner, of a wrong one, and paid back")
    const variables: Variables = {
      HOST: host.address(),
      KEY: (await secretKey(host)).token,
      ADA: await customer(store, "ada@money.example"),
      BEA: await customer(store, "bea@money.example"),
    }
    for (const { command, shown } of steps) {
      const { method, address, headers, body, status } = exchangeOf(command, variables)
      const answer = await host.request(method, address.replace(host.address(), ""), { headers, body })
      expect({ command, status: answer.status, body: answer.body }).toMatchObject({ command, status })
      Object.assign(variables, takenFrom(command, answer.body))
      const expected: unknown = JSON.parse(expanded(shown ?? "{}", variables))
      expect({ command, body: answer.body }).toMatchObject({ command, body: expected })
    }
    expect(steps.length).toBeGreaterThan(9)
    expect(steps.every(({ shown }) => shown !== undefined)).toBe(true)
  })

  it("F78: a workflow gives a transfer that waits to who claims it; its money is nobody else's", async () => {
    const store = await TestStore.open(host, SHOP)
    const cid = await customer(store, "cid@money.example")
    const recorded = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: null,
      suspense: true,
      currency_code: "usd",
      amount: "12.00",
      method: "transfer",
      reference: "VIR 42 guitar",
    })
    const claim = { customer_id: cid, currency_code: "usd", reference: "42 guitar" }
    const { result } = await claimTransferWorkflow(host.container()).run({ input: claim })
    expect(result).toMatchObject({
      id: `${recorded.payment.id}.1`,
      moved: { customer_id: cid, open: "12.00" },
    })
    await expect(claimTransferWorkflow(host.container()).run({ input: claim })).rejects.toMatchObject({
      message: expect.stringContaining("Not one") as string,
    })
    expect(
      await refused(store, `payments/${result.moved.id}/move`, { to: { customer_id: "cus_none" } }),
    ).toMatchObject({ status: 404, body: { code: "customer_not_found" } })
    for (const body of [
      { customer_id: null, currency_code: "usd", amount: "1.00", method: "cash" },
      { customer_id: cid, suspense: true, currency_code: "usd", amount: "1.00", method: "cash" },
      { customer_id: cid, order_id: "order_x", currency_code: "usd", amount: "1.00", method: "cash" },
      { customer_id: null, order_id: "order_none", currency_code: "usd", amount: "1.00", method: "cash" },
    ])
      expect(await refused(store, "payments", body)).toMatchObject({
        status: 400,
        body: { code: "payer_unclear" },
      })
  })

  it("F78: lists the suspense accounts, and answers the same under the same key", async () => {
    const store = await TestStore.open(host, SHOP)
    const dan = await customer(store, "dan@money.example")
    const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: null,
      suspense: true,
      currency_code: "usd",
      amount: "5.00",
      method: "cash",
    })
    const { accounts } = await store.get<{ accounts: { id: string }[] }>(
      "reconciliation/accounts?owner_type=suspense",
    )
    expect(accounts.map(({ id }) => id)).toContain(payment.account_id)
    const { account } = await store.get<{ account: { owner_type: string } }>(
      `reconciliation/accounts/${payment.account_id}`,
    )
    expect(account.owner_type).toBe("suspense")
    const moves = await Promise.all(
      [1, 2, 3].map(async () =>
        store.act<{ move: MoneyMoveView }>(
          `reconciliation/payments/${payment.id}/move`,
          { to: { customer_id: dan } },
          { "idempotency-key": "one move of money" },
        ),
      ),
    )
    expect(new Set(moves.map(({ move }) => JSON.stringify(move))).size).toBe(1)
  })

  describe("F79: what a card payment has left", () => {
    /** An order of 170 that came to cost 150 before all of it was captured. */
    const overpaid = async (store: TestStore): Promise<{ order: string; money: string }> => {
      const order = await store.checkOut([0, 1, 2])
      await store.eventually(order, { version: 1 })
      await store.act(`orders/${order}/credit-lines`, goodwill(20))
      await store.eventually(order, { totals: { owed: "150.00" } })
      await store.capture(order)
      const { columns } = await store.eventually(order, { totals: { unallocated: "20.00", open: "0.00" } })
      await host.settled()
      return { order, money: columns.find(({ kind }) => kind === "payment")?.id ?? "" }
    }

    it("is refunded by the store, once under its key, and settles that refund", async () => {
      const store = await TestStore.open(host, SHOP)
      const { order, money } = await overpaid(store)
      const key = { "idempotency-key": "surplus-1" }
      const route = `reconciliation/payments/${money}/pay-back`
      const answers = await Promise.all(
        [1, 2, 3].map(async () => store.act<{ pay_back: PayBackView }>(route, { via: "host" }, key)),
      )
      expect(new Set(answers.map(({ pay_back: back }) => back.host_refund?.id)).size).toBe(1)
      expect(answers[0]?.pay_back).toMatchObject({
        id: null,
        amount: "20.00",
        payment: { id: money, open: "0.00" },
        host_refund: { amount: "20.00", completed: true },
      })
      await store.eventually(order, {
        state: "full",
        totals: { owed: "150.00", open: "0.00", unallocated: "0.00" },
      })
      const again = await store.act<{ pay_back: PayBackView }>(route, { via: "host" }, key)
      expect(again.pay_back.host_refund?.id).toBe(answers[0]?.pay_back.host_refund?.id)
      const { refunds } = await host
        .sql<{ count: string }>("select count(*) from refund where payment_id = ?", [
          (await store.payment(order)).id,
        ])
        .then(([row]) => ({ refunds: row?.count }))
      expect(refunds).toBe("1")
    })

    it("is refused already when it is looked at, where the store would pay back something else first", async () => {
      const store = await TestStore.open(host, SHOP)
      const { order, money } = await overpaid(store)
      const looked = await store.act<{ preview: PayBackView }>(
        `reconciliation/payments/${money}/pay-back/preview`,
        { via: "host" },
      )
      expect(looked.preview).toMatchObject({ amount: "20.00" })
      const { rows } = await store.eventually(order, {})
      const line = rows[0]?.key.replace("line:", "") ?? ""
      await store.act("order-edits", { order_id: order })
      await store.act(`order-edits/${order}/items/item/${line}`, { quantity: 0 })
      await store.act(`order-edits/${order}/confirm`)
      await store.eventually(order, { rows: [{ net: expect.stringMatching(/^-/) }, {}, {}] })
      const answers = await Promise.all(
        ["pay-back", "pay-back/preview"].map(async (act) =>
          refused(store, `payments/${money}/${act}`, { via: "host" }),
        ),
      )
      expect(answers).toEqual([
        expect.objectContaining({
          status: 409,
          body: expect.objectContaining({ code: "surplus_not_alone" }),
        }),
        answers[0],
      ])
    })

    it("is refused where the store does not owe it, or it did not come through the store", async () => {
      const store = await TestStore.open(host, SHOP)
      const { money } = await overpaid(store)
      expect(
        await refused(store, `payments/${money}/pay-back`, { via: "host", amount: "20.01" }),
      ).toMatchObject({ status: 409, body: { code: "surplus_too_small", ids: { free: "20.00" } } })
      const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
        customer_id: null,
        suspense: true,
        currency_code: "usd",
        amount: "5.00",
        method: "cash",
      })
      expect(await refused(store, `payments/${payment.id}/pay-back`, { via: "host" })).toMatchObject({
        status: 409,
        body: { code: "not_of_host" },
      })
      expect(await refused(store, `payments/${money}/pay-back`, {})).toMatchObject({ status: 400 })
    })
  })
})

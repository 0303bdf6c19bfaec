import { ledgerOf } from "../../src/workflows/ledger-of"
import type {
  AccountTransactionView,
  ErrorBody,
  OrderReconciliation,
  PlanPreview,
  RefundablePaymentView,
  RefundPreview,
} from "../../src/types/http"
import { openFlow, type Flow } from "../setup/flow"
import { describeHost, type Host } from "../setup/host"
import { hostRefunds, refundRows, type Wanted } from "../setup/refund-rows"

/** Everything the ledger holds, to show that a preview changed nothing. */
async function fingerprint(host: Host): Promise<unknown> {
  const tables = ["document", "change", "open_item", "allocation", "instalment", "refund_choice"]
  return Promise.all(
    tables.map((table) =>
      host.sql(
        `select count(*), md5(coalesce(string_agg(t::text, '|' order by id), '')) from reconciliation_${table} t`,
      ),
    ),
  )
}

describeHost((host) => {
  async function previewRefund(flow: Flow, { amount, lines }: Wanted) {
    const { store, orderId } = flow
    const { rows } = await store.order(orderId)
    const keyOf = (title: string) => rows.find((row) => row.title.split(" – ")[0] === title)?.key ?? title
    const { id } = await store.payment(orderId)
    return host.request<{ preview: RefundPreview } & ErrorBody>(
      "post",
      `/admin/reconciliation/orders/${orderId}/refunds/preview`,
      {
        headers: store.admin,
        body: {
          payment_id: id,
          amount,
          lines: Object.entries(lines).map(([title, part]) => ({ row: keyOf(title), amount: part })),
        },
      },
    )
  }

  it("F17, F23: a preview of a refund says what the refund then does, and moves no money", async () => {
    const flow = await openFlow(host)
    const { store, orderId } = flow
    await store.capture(orderId)
    await store.eventually(orderId, { state: "full" })
    const wanted = { amount: "30.00", lines: { A: "6.00", Delivery: "24.00" } }
    const before = await fingerprint(host)
    const { status, body } = await previewRefund(flow, wanted)
    expect(status).toBe(200)
    expect([await fingerprint(host), await hostRefunds(host)]).toEqual([before, []])
    const { preview } = body
    expect(
      preview.rows.map(({ title, amount, net_before: was, net_after: is }) => [title, amount, was, is]),
    ).toEqual([
      [expect.stringMatching(/^A/), "6.00", "108.00", "102.00"],
      ["Delivery", "24.00", "24.00", "0.00"],
    ])

    const made = await refundRows(host, flow, wanted)
    expect(made.status).toBe(200)
    const order = made.body.order as OrderReconciliation
    for (const row of preview.rows) {
      const { net, allocated } = order.rows.find(({ key }) => key === row.row) ?? {}
      expect([row.net_after, row.paid_after]).toEqual([net, allocated])
    }
    expect(preview).toMatchObject({
      owed_before: "168.00",
      owed_after: order.totals.owed,
      order: { state_before: "full", state_after: order.state, open_after: order.totals.open },
    })
  })

  it("previews a refund of credit that waits already, which lowers nothing", async () => {
    const flow = await openFlow(host)
    const { store, orderId, changes } = flow
    await store.capture(orderId)
    await changes.edit({ set: { B: 0 } })
    await store.eventually(orderId, { totals: { owed: "132.00" } })
    const wanted = { amount: "36.00", lines: { B: "36.00" } }
    const { preview } = (await previewRefund(flow, wanted)).body
    const made = await refundRows(host, flow, wanted)
    const order = made.body.order as OrderReconciliation
    expect([preview.owed_before, preview.owed_after]).toEqual(["132.00", order.totals.owed])
    expect(preview.order).toMatchObject({
      state_after: order.state,
      unallocated_before: "36.00",
      unallocated_after: order.totals.unallocated,
    })
  })

  it("refuses in a preview what the refund refuses", async () => {
    const flow = await openFlow(host)
    await flow.store.capture(flow.orderId)
    await flow.store.eventually(flow.orderId, { state: "full" })
    const refused = await previewRefund(flow, { amount: "200.00", lines: { A: "200.00" } })
    expect(refused).toMatchObject({ status: 400, body: { code: "refund_above_received" } })
  })

  it("names the payments that the store can refund, and what is left of each", async () => {
    const { store, orderId } = await openFlow(host)
    const at = `reconciliation/orders/${orderId}/refunds`
    const read = async () => (await store.get<{ payments: RefundablePaymentView[] }>(at)).payments
    expect(await read()).toEqual([])
    await store.capture(orderId, 100)
    const { columns } = await store.eventually(orderId, { state: "partial" })
    await store.refund(orderId, 10)
    expect(await read()).toEqual([
      {
        payment_id: (await store.payment(orderId)).id,
        method: "manual",
        provider_id: "pp_system_default",
        occurred_on: columns[0]?.occurred_on,
        captured: "100.00",
        refundable: "90.00",
        captures: [columns[0]?.reference],
      },
    ])
  })

  it("F12, F23: a preview of a plan says what the plan then is, on the version that it is made on", async () => {
    const { store, orderId } = await openFlow(host)
    const { rows } = await store.eventually(orderId, { state: "none" })
    const body = {
      instalments: [
        { due_on: "2199-01-01", amount: "100.00", items: [{ row: rows[1]?.key }] },
        { due_on: "2199-02-01", amount: "68.00" },
      ],
    }
    const at = `/admin/reconciliation/orders/${orderId}/plan`
    const before = await fingerprint(host)
    const asked = await host.request<{ preview: PlanPreview }>("post", `${at}/preview`, {
      headers: store.admin,
      body,
    })
    expect([asked.status, await fingerprint(host)]).toEqual([200, before])
    const { preview } = asked.body
    expect(preview).toMatchObject({
      changed: true,
      order: { state_before: "none", state_after: "planned", open_after: "168.00" },
      plan: { not_covered: "0.00" },
    })
    const version = preview.base_version
    const made = await store.send<{ order: OrderReconciliation }>(
      "put",
      `reconciliation/orders/${orderId}/plan`,
      {
        ...body,
        version,
      },
    )
    const kept = ({ instalments }: NonNullable<PlanPreview["plan"]>) =>
      instalments.map((instalment) => ({ ...instalment, id: "" }))
    expect(made.order.plan && kept(made.order.plan)).toEqual(preview.plan && kept(preview.plan))
    const again = await host.request<{ preview: PlanPreview }>("post", `${at}/preview`, {
      headers: store.admin,
      body,
    })
    expect(again.body.preview.changed).toBe(false)
    const tooMuch = { instalments: [{ due_on: "2199-01-01", amount: "168.01" }] }
    expect(
      await host.request("post", `${at}/preview`, { headers: store.admin, body: tooMuch }),
    ).toMatchObject({ status: 400, body: { code: "plan_above_open" } })

    const standing = await fingerprint(host)
    const asCancelled = async (order: string) =>
      host.request<{ preview: PlanPreview }>("post", `/admin/reconciliation/orders/${order}/plan/preview`, {
        headers: store.admin,
        body: { instalments: [], cancel: true },
      })
    const { body: cancelled } = await asCancelled(orderId)
    expect(await fingerprint(host)).toEqual(standing)
    expect(cancelled.preview).toMatchObject({
      changed: true,
      order: { state_before: "planned", state_after: "none" },
      plan: { instalments: [{ state: "cancelled" }, { state: "cancelled" }] },
    })
    const answer = await store.send<{ order: OrderReconciliation }>(
      "delete",
      `reconciliation/orders/${orderId}/plan?version=${cancelled.preview.base_version}`,
    )
    expect(answer.order).toMatchObject({ state: "none", plan: cancelled.preview.plan })
    expect((await asCancelled(orderId)).body.preview.changed).toBe(false)
  })

  it("F32: saves an account's transactions as a file, each with its receipt's number", async () => {
    const { store, orderId } = await openFlow(host)
    await store.capture(orderId, 100)
    const { account_id: id } = await store.eventually(orderId, { state: "partial" })
    await ledgerOf(host.container()).receipts.assign()
    const at = `/admin/reconciliation/accounts/${id}/transactions`
    const { body: page } = await host.request<{ transactions: AccountTransactionView[] }>(
      "get",
      `${at}?order=oldest`,
      { headers: store.admin },
    )
    const [order, payment] = page.transactions
    expect([order?.receipt_number, payment?.receipt_number]).toEqual([
      null,
      expect.stringMatching(/^R-\d{4}-0001$/),
    ])
    const answer = await host.request<string>("get", `${at}/csv?language=fr`, { headers: store.admin })
    expect(answer.status).toBe(200)
    const [head, ...lines] = answer.body.replace("\uFEFF", "").split("\r\n")
    expect(head).toMatch(/^Date,Opération,Commande/)
    const told = lines.map((line) => line.split(","))
    expect(told.map((cells) => [0, 4, 11, 12, 13].map((place) => cells[place]))).toEqual([
      [order?.occurred_on, "", "168.00", "0.00", "168.00"],
      [payment?.occurred_on, payment?.receipt_number, "0.00", "100.00", "68.00"],
      ["", undefined, undefined, undefined, undefined],
    ])
    const open = await host.request<string>("get", `${at}/csv?show=open`, { headers: store.admin })
    expect(open.body.split("\r\n")).toHaveLength(3)
    const unknown = await host.request("get", "/admin/reconciliation/accounts/999/transactions/csv", {
      headers: store.admin,
    })
    expect(unknown).toMatchObject({ status: 404, body: { code: "account_not_found" } })
  })
})

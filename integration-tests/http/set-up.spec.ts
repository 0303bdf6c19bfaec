import type { OrderReconciliation, RunView, SetUpDraft, SetUpExamples, SetUpView } from "../../src/types/http"
import { describeHost, type Host } from "../setup/host"
import { silence } from "../setup/silence"
import { TestStore } from "../setup/store"

/** A row of money that no event told of is taken for settled after two minutes. */
async function threeMinutesGoBy(host: Host): Promise<void> {
  for (const table of ["capture", "order_line_item_tax_line", "order_shipping_method_tax_line"])
    // oxlint-disable-next-line no-await-in-loop -- table after table
    await host.sql(`update ${table} set created_at = created_at - interval '3 minutes'`)
}

const EMPTY: SetUpDraft = {
  start: {},
  opening: { answer: null, rows: [] },
  rules: {},
  history: { answer: null, since: "", until: "" },
}

describeHost((host) => {
  it("F61: the set-up is kept, refused to who has not seen it, and does all of it when it is finished", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const restore = silence(host)
    const old = await store.checkOut([0, 1], "old@example.com")
    await store.capture(old, 80)
    await host.settled()
    restore()
    await threeMinutesGoBy(host)

    const read = async (): Promise<SetUpView> =>
      (await store.get<{ set_up: SetUpView }>("reconciliation/set-up")).set_up
    const save = async (version: number, draft: SetUpDraft) =>
      host.request<{ set_up: SetUpView }>("post", "/admin/reconciliation/set-up", {
        headers: store.admin,
        body: { version, step: "review", draft },
      })
    expect(await read()).toMatchObject({
      version: 0,
      finished: null,
      shop: { orders: 1, currencies: expect.arrayContaining([{ code: "usd", digits: 2 }]) },
    })
    const { examples } = await store.get<{ examples: SetUpExamples }>("reconciliation/set-up/examples")
    expect(examples.checkout).toMatchObject({
      made_up: false,
      order_id: old,
      amount: "80.00",
      lines: [{ by: { line_order: "75.00" } }, { by: { line_order: "5.00" } }],
    })
    expect((await store.order(old)).version).toBe(0)

    const [customer] = (
      await store.get<{ customers: { id: string }[] }>("customers?email=old@example.com&fields=id")
    ).customers
    const row = {
      id: "one",
      customer_id: customer?.id ?? "",
      email: "",
      currency_code: "usd",
      amount: "12.50",
      side: "owes" as const,
      due_on: "",
      on: "",
      number: "F-7",
    }
    const draft: SetUpDraft = {
      start: {},
      opening: { answer: "rows", rows: [row] },
      rules: { refundLines: "pro_rata" },
      history: { answer: "bring", since: "", until: "" },
    }
    expect((await save(0, EMPTY)).body.set_up).toMatchObject({ version: 1, saved: { by: { type: "user" } } })
    expect((await save(1, draft)).body.set_up).toMatchObject({ version: 2, draft })
    expect(await save(1, EMPTY)).toMatchObject({ status: 409, body: { code: "set_up_changed" } })
    expect(await save(2, { ...draft, rules: { colour: "red" } })).toMatchObject({ status: 400 })
    expect((await store.order(old)).version).toBe(0)

    const { set_up: done } = await store.act<{ set_up: SetUpView }>("reconciliation/set-up/finish", {
      version: 2,
    })
    expect(done).toMatchObject({
      id: null,
      version: 0,
      finished: { done: { settings: { changed: 1 }, opening: { recorded: 1 } } },
    })
    await host.settled()
    const run = `reconciliation/runs/${done.finished?.done.history?.run_id}`
    expect((await store.get<{ run: RunView }>(run)).run).toMatchObject({
      state: "finished",
      kind: "backfill",
    })
    const order: OrderReconciliation = await store.order(old)
    expect(order).toMatchObject({ state: "partial", totals: { open: "15.00" } })
    const { settings } = await store.get<{ settings: { settings: { name: string; value: unknown }[] } }>(
      "reconciliation/settings",
    )
    expect(settings.settings.find(({ name }) => name === "refundLines")?.value).toBe("pro_rata")
    const again = await host.request("post", "/admin/reconciliation/set-up/finish", {
      headers: store.admin,
      body: { version: 2 },
    })
    expect(again).toMatchObject({ status: 409, body: { code: "set_up_not_begun" } })
    const { opening_balances: balances } = await store.get<{ opening_balances: { amount: string }[] }>(
      "reconciliation/opening-balances",
    )
    expect(balances).toMatchObject([{ amount: "12.50", document_number: "F-7" }])
  })
})

import type { StatusView } from "../../src/types/http"
import { reconcileOrdersWorkflow } from "../../src/workflows"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { sweep } from "../../src/workflows/sweep/sweep"
import { anonymous } from "../setup/anonymous"
import { describeHost, type Host } from "../setup/host"
import { silence } from "../setup/silence"
import { TestStore } from "../setup/store"

const PRICES = { currency: "usd", prices: [75, 75, 20] }

/** Does something in the host of which no event tells. */
async function unheard<Result>(host: Host, act: () => Promise<Result>): Promise<Result> {
  const restore = silence(host)
  try {
    return await act()
  } finally {
    restore()
  }
}

/** The host's row of a capture whose provider has not answered yet: committed, uncounted, and no mark moved. */
async function beginCapture(host: Host, { id }: { id: string }, amount: number): Promise<void> {
  await host.sql(
    `insert into capture (id, payment_id, amount, raw_amount, created_at, updated_at)
     values ('capt_in_flight', ?, ?, ?, now(), now())`,
    [id, amount, JSON.stringify({ value: String(amount), precision: 20 })],
  )
}

/** The provider refused: the host deletes the row, and says nothing. */
async function refuseCapture(host: Host): Promise<void> {
  await host.sql("delete from capture where id = 'capt_in_flight'")
}

/**
 * When the sweep must look at an order again, in minutes from its last read; null when it need not. It counts
 * from before the host was asked, and a read that takes a while ends later.
 */
async function recheckIn(host: Host, orderId: string): Promise<number | null> {
  const [row] = await host.sql<{ minutes: number | null }>(
    `select round(extract(epoch from recheck_at - read_at) / 60)::int as minutes from reconciliation_document
      where order_id = ? and recheck_at > read_at`,
    [orderId],
  )
  return row?.minutes ?? null
}

/** Lets so many minutes go by: everything that waits waits for less. */
async function letPass(host: Host, minutes: number): Promise<void> {
  const less = `- interval '${minutes} minutes'`
  await host.sql(
    `update reconciliation_document set recheck_at = recheck_at ${less}, read_at = read_at ${less}`,
  )
  await host.sql(`update reconciliation_retry set next_at = next_at ${less}`)
  await host.sql(`update capture set created_at = created_at ${less} where id = 'capt_in_flight'`)
}

const retries = (
  host: Host,
): Promise<{ order_id: string; attempts: number; error: string; minutes: number }[]> =>
  host.sql(
    `select order_id, attempts, error, round(extract(epoch from next_at - now()) / 60)::int as minutes
       from reconciliation_retry order by order_id`,
  )

async function setCurrency(host: Host, orderId: string, code: string): Promise<void> {
  await host.sql(`update "order" set currency_code = ? where id = ?`, [code, orderId])
}

/** Sets an order's marks to where no sweep looks any more. */
async function moveLongAgo(host: Host, orderId: string): Promise<void> {
  await host.sql(`update "order" set updated_at = now() - interval '1 day' where id = ?`, [orderId])
  await host.sql(
    `update payment_collection set updated_at = now() - interval '1 day' where id in (
       select payment_collection_id from order_payment_collection where order_id = ?)`,
    [orderId],
  )
}

describeHost((host) => {
  it("finds by the sweep what no event told, and leaves the rows that events would have left", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const told = await store.checkOut([0, 1, 2])
    await store.capture(told, 100)
    await store.eventually(told, { state: "partial" })

    const restore = silence(host)
    const untold = await store.checkOut([0, 1, 2], "grace@example.com")
    await store.capture(untold, 100)
    restore()
    await store.eventually(untold, { version: 0 })
    // A capture that its order's transactions name needs no grace.
    expect(await sweep(host.container())).toMatchObject({ read: 1, changed: 1 })
    expect(anonymous(await store.order(untold))).toEqual(anonymous(await store.order(told)))
    expect(await sweep(host.container())).toEqual({ read: 0, changed: 0 })
  })

  it("reads an order again, and takes back a capture that was posted while the provider was still asked", async () => {
    const store = await TestStore.open(host, PRICES)
    const orderId = await store.checkOut([0, 1, 2])
    await store.eventually(orderId, { version: 1 })
    await sweep(host.container())

    await beginCapture(host, await store.payment(orderId), 100)
    // Another event of the order comes just now.
    await reconcileOrdersWorkflow(host.container()).run({
      input: { order_ids: [orderId], cause: "order.updated" },
    })
    await store.eventually(orderId, { state: "error", totals: { allocated: "100.00" } })
    expect(await recheckIn(host, orderId)).toBe(2)

    await refuseCapture(host)
    expect(await sweep(host.container())).toEqual({ read: 0, changed: 0 })
    await letPass(host, 3)
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 1 })
    await store.eventually(orderId, { state: "partial", problems: [] })
    const money =
      "select kind, amount::int from reconciliation_open_item where key = 'cap:capt_in_flight' order by id"
    expect(await host.sql(money)).toEqual([
      { kind: "payment", amount: 10_000 },
      { kind: "void", amount: 10_000 },
    ])
    expect(await sweep(host.container())).toEqual({ read: 0, changed: 0 })
    expect(await recheckIn(host, orderId)).toBeNull()
  })

  it("reads an order again once, and no more, when its capture stays without the host counting it", async () => {
    const store = await TestStore.open(host, PRICES)
    const orderId = await store.checkOut([0, 1, 2])
    await store.eventually(orderId, { version: 1 })
    await sweep(host.container())
    await beginCapture(host, await store.payment(orderId), 100)
    await reconcileOrdersWorkflow(host.container()).run({ input: { order_ids: [orderId] } })
    await letPass(host, 3)
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 0 })
    expect(await recheckIn(host, orderId)).toBeNull()
    expect(await sweep(host.container())).toEqual({ read: 0, changed: 0 })
  })

  it("reads a cancelled order again once, though the host never names its refund", async () => {
    const store = await TestStore.open(host, PRICES)
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId)
    await store.eventually(orderId, { state: "full" })
    expect(await recheckIn(host, orderId)).toBeNull()
    await store.act(`orders/${orderId}/cancel`)
    await store.eventually(orderId, { totals: { owed: "0.00" } })
    await host.settled()
    expect(await recheckIn(host, orderId)).toBe(2)
    await letPass(host, 3)
    await host.sql(`update refund set created_at = created_at - interval '3 minutes'`)
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 0 })
    expect(await recheckIn(host, orderId)).toBeNull()
  })

  it("goes on past an order that cannot be read, and tries that one again ever more rarely", async () => {
    const store = await TestStore.open(host, PRICES)
    const [bad, good] = await unheard(host, async () => [
      await store.checkOut([0, 1, 2]),
      await store.checkOut([0, 1, 2], "grace@example.com"),
    ])
    await setCurrency(host, bad, "xxx")
    const begun = Date.now()
    expect(await sweep(host.container())).toEqual({ read: 2, changed: 1 })
    await store.eventually(good, { version: 1 })
    const [mark] = await host.sql<{ at: Date }>("select at from reconciliation_watermark")
    expect(new Date(mark?.at ?? 0).getTime()).toBeGreaterThan(begun - 1_000)
    const error = 'ReconciliationError: The host has no currency "xxx".'
    expect(await retries(host)).toEqual([{ order_id: bad, attempts: 1, error, minutes: 1 }])
    const status = await store.get<{ status: StatusView }>("reconciliation/status")
    expect(status).toMatchObject({
      status: {
        sweep: { lag_seconds: expect.any(Number) as number },
        retries: { waiting: 1, due: 0, oldest_at: expect.any(String) as string },
        mirrors: { waiting: 0, due: 0, oldest_at: null, refused: 0 },
        events: { waiting: 0, oldest_at: null },
        runs: { waiting: 0, due: 0, oldest_at: null },
        reader: { state: "on", reason: "known_host", detail: null },
        nightly_run: "off",
      },
    })
    expect(status.status.sweep.lag_seconds).toBeLessThan(60)

    // It is still among what moved lately, and looked at; only a retry that was due makes the next one rarer.
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 0 })
    expect(await retries(host)).toMatchObject([{ attempts: 1, minutes: 1 }])
    await letPass(host, 2)
    await sweep(host.container())
    expect(await retries(host)).toMatchObject([{ attempts: 2, minutes: 2 }])
    await moveLongAgo(host, bad)
    expect(await sweep(host.container())).toEqual({ read: 0, changed: 0 })

    await setCurrency(host, bad, "usd")
    await letPass(host, 3)
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 1 })
    await store.eventually(bad, { version: 1 })
    expect(await retries(host)).toEqual([])
  })

  it("tells who asks for an order that cannot be read why, and notes it for the sweep", async () => {
    const store = await TestStore.open(host, PRICES)
    const [bad, good] = await unheard(host, async () => [
      await store.checkOut([0, 1, 2]),
      await store.checkOut([0, 1, 2], "grace@example.com"),
    ])
    await setCurrency(host, bad, "xxx")
    const route = `/admin/reconciliation/orders/${bad}/reconcile`
    const answer = await host.request("post", route, { body: {}, headers: store.admin })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: "currency_unknown", ids: { currency_code: "xxx" } },
    })

    const both = reconcileOrdersWorkflow(host.container()).run({ input: { order_ids: [bad, good] } })
    // A workflow's error is a plain object by the time its caller sees it.
    await expect(both).rejects.toMatchObject({
      code: "currency_unknown",
      message: 'The host has no currency "xxx".',
    })
    await store.eventually(good, { version: 1 })
    expect(await retries(host)).toMatchObject([{ order_id: bad, attempts: 1 }])
  })

  it("forgets to try an order again that the host has deleted", async () => {
    await host.sql(
      `insert into reconciliation_retry (order_id, attempts, next_at, error)
       values ('order_gone', 3, now() - interval '1 minute', 'lost')`,
    )
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 0 })
    expect(await retries(host)).toEqual([])
  })

  it("begins a second sweep where a first one began that was cut short", async () => {
    const lost = new Error("the connection is lost")
    const memory = ledgerOf(host.container()).sweep
    memory.findUnread = () => Promise.reject(lost)
    await expect(sweep(host.container())).rejects.toBe(lost)
    Reflect.deleteProperty(memory, "findUnread")
    expect(await host.sql("select name from reconciliation_watermark")).toEqual([{ name: "sweep" }])
  })
})

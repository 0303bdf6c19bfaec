import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { accountBusy } from "../../src/modules/reconciliation/ledger/database"
import { openLedger, type Ledger } from "../setup/ledger"
import { OldShop } from "../setup/old-shop"

describe("F58: a back-fill beside events, workers and failures, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new OldShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("back_fill_at_once")
    await shop.build()
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const left = async (id: string): Promise<string[]> => {
    const { orders } = await ledger.service.runs.left(id, { limit: 100 })
    return orders.map(({ order_id: order, reason, error }) =>
      [order.replace(/_\d+$/, ""), reason, ...(error === null ? [] : [error])].join(" "),
    )
  }

  /** Cuts the chunks of a run into one for each order. */
  const cut = async (id: string): Promise<void> => {
    await ledger.sql(
      `insert into reconciliation_run_chunk (run_id, order_ids)
       select c.run_id, array[o.id] from reconciliation_run_chunk c, unnest(c.order_ids) with ordinality o (id, n) where c.run_id = ? order by o.n`,
      [id],
    )
    await ledger.sql("delete from reconciliation_run_chunk where run_id = ? and cardinality(order_ids) > 1", [
      id,
    ])
  }

  const paid = async (customer: string): Promise<string | undefined> => {
    const [row] = await ledger.sql<{ line: string }>(
      `select count(*) || ' of ' || sum(i.amount) as line from reconciliation_open_item i
         join reconciliation_account a on a.id = i.account_id where a.owner_id = ? and i.kind = 'payment'`,
      [customer],
    )
    return row?.line
  }

  it("leaves an order alone of which a capture's event comes between its read and its posting", async () => {
    const order = await shop.order("cus_before")
    const run = await shop.start(["cus_before"])
    const done = await shop.finished(run, async (ids) => {
      const early = await shop.read(ids)
      order.capture(shop.day(2), 3000n, 0)
      await shop.tell(order)
      return early
    })
    expect(done).toMatchObject({ state: "finished", counts: { done: 1, changed: 0, left: 1 } })
    expect(await left(run.id)).toEqual(["order_cus_before known"])
    expect(await paid("cus_before")).toBe("1 of 3000")
  })

  it("neither doubles nor loses a capture whose event was read before it and is posted after it", async () => {
    const order = await shop.order("cus_after")
    const [early] = (await shop.read([order.id])).histories
    order.capture(shop.day(2), 3000n, 0)
    await shop.finished(await shop.start(["cus_after"]))
    expect(await shop.tell(order, early)).toBe(true)
    expect(await paid("cus_after")).toBe("1 of 3000")
    order.capture(shop.day(3), 2000n, 0)
    expect(await shop.tell(order)).toBe(false)
    expect(await paid("cus_after")).toBe("2 of 5000")
  })

  it("posts an order once when events and workers of two runs come at the same instant", async () => {
    const orders = await shop.several("cus_race")
    const runs = [await shop.start(["cus_race"]), await shop.start(["cus_race"])]
    for (const { id } of runs) await cut(id)
    const worker = async (name: string): Promise<void> => {
      while (await ledger.service.runs.work(name, shop.read));
    }
    await Promise.all([
      worker("one"),
      worker("two"),
      worker("three"),
      ...orders.map(async (order) => shop.tell(order)),
    ])
    await Promise.all(orders.map(async (order) => shop.tell(order)))
    for (const order of await shop.several("cus_calm")) await shop.tell(order)
    const unordered = async (customer: string): Promise<string[]> =>
      (await shop.rows(customer)).map((line) => (line.includes("→") ? line.replace(/ \d+$/, "") : line))
    expect(await unordered("cus_race")).toEqual(await unordered("cus_calm"))
    for (const { id } of runs)
      expect(await ledger.service.runs.retrieve(id)).toMatchObject({ state: "finished", counts: { done: 5 } })
  })

  it("goes on after a worker that died between reading and posting, and leaves the same rows", async () => {
    await shop.several("cus_killed")
    const run = await shop.start(["cus_killed"])
    const died = Object.assign(new Error("terminating connection"), { code: "57P01" })
    await expect(ledger.service.runs.work("doomed", async () => Promise.reject(died))).rejects.toBe(died)
    expect(await ledger.service.runs.work("next", shop.read)).toBeUndefined()
    expect(await ledger.service.runs.retrieve(run.id)).toMatchObject({
      state: "running",
      counts: { done: 0 },
    })
    await ledger.sql(
      "update reconciliation_run_chunk set lease_until = now() - interval '1 second' where state = 'waiting'",
    )
    expect(await shop.finished(run)).toMatchObject({ state: "finished", counts: { done: 5, changed: 5 } })
    expect(await shop.rows("cus_killed")).toEqual(await shop.rows("cus_calm"))
  })

  /** What became of a run's chunks after workers met an error so often, each time when its wait was over. */
  const outlasted = async (error: Error, customer: string, times: number): Promise<string[]> => {
    await shop.several(customer)
    const run = await shop.start([customer])
    const meets: typeof shop.read = async () => {
      throw error
    }
    for (let time = 0; time < times; time += 1) {
      await ledger.service.runs.work("one", meets)
      await ledger.sql(
        "update reconciliation_run_chunk set lease_until = now() - interval '1 second' where state = 'waiting'",
      )
    }
    const rows = await ledger.sql<{ line: string }>(
      `select concat_ws(' ', state, attempts, 'of', cardinality(order_ids), lease_holder) as line
         from reconciliation_run_chunk where run_id = ? order by id`,
      [run.id],
    )
    expect(await shop.finished(run)).toMatchObject({ state: "finished", counts: { changed: 5, failed: 0 } })
    return rows.map(({ line }) => line)
  }

  it("is tried again however often somebody else held an account: that ended no worker", async () => {
    expect(await outlasted(accountBusy(), "cus_held", 6)).toEqual(["waiting 0 of 5"])
  })

  it.each([
    ["its pool of connections is full", "cus_pool", { name: "KnexTimeoutError" }],
    ["it meets one deadlock after the other", "cus_deadlock", { code: "40P01" }],
    ["others' changes come before it time and again", "cus_serial", { code: "40001" }],
  ])("is neither cut nor failed where the server is busy: %s", async (_, customer, says) => {
    const error = Object.assign(new Error("busy"), says)
    expect(await outlasted(error, customer, 6)).toEqual(["waiting 0 of 5"])
  })

  it("is read anew where the settings were changed after it was read, and given back where they are time and again", async () => {
    const inForce = async (): Promise<string> => (await ledger.service.orders.readMarks(["none"])).settings
    await shop.several("cus_settings")
    let reads = 0
    const from =
      (enough: number): typeof shop.read =>
      async (ids) => {
        reads += 1
        const { histories, failures } = await shop.read(ids)
        const settings = reads >= enough ? await inForce() : "another"
        return { histories: histories.map((history) => ({ ...history, settings })), failures }
      }
    const asked = { kind: "backfill" as const, scope: { customer_ids: ["cus_settings"] }, context: shop.by }
    expect(await ledger.service.runs.preview(asked, undefined, from(2))).toMatchObject({
      counts: { changed: 5 },
    })
    expect(reads).toBe(2)
    const run = await shop.start(["cus_settings"])
    reads = 0
    expect(await ledger.service.runs.work("one", from(99))).toMatchObject({ isDone: false })
    expect(reads).toBe(3)
    expect(await shop.rows("cus_settings")).toEqual([])
    await ledger.sql("update reconciliation_run_chunk set lease_until = null where state = 'waiting'")
    reads = 0
    expect(await ledger.service.runs.work("one", from(2))).toMatchObject({ isDone: true })
    expect(reads).toBe(2)
    expect(await shop.finished(run)).toMatchObject({ state: "finished", counts: { changed: 5, failed: 0 } })
  })

  it("does the others where one cannot be read and another not be posted, and lists what the host has no more", async () => {
    const [unread, gone, torn] = [
      await shop.order("cus_unread"),
      await shop.order("cus_gone"),
      await shop.order("cus_torn"),
    ]
    await shop.order("cus_whole")
    const names = ["cus_unread", "cus_gone", "cus_torn", "cus_whole"]
    const run = await shop.start(names)
    shop.orders.delete(gone.id)
    const done = await shop.finished(run, async (ids) => {
      const { histories } = await shop.read(ids.filter((id) => id !== unread.id))
      const failures = ids.includes(unread.id) ? [{ orderId: unread.id, error: new Error("no total") }] : []
      const broken = { message: "the items do not add up", remedy: "Look at them." }
      return {
        histories: histories.map((history) =>
          history.orderId === torn.id
            ? Object.defineProperty({ ...history }, "states", {
                get: () => {
                  throw new ReconciliationError({ type: "unexpected_state", code: "torn", ...broken })
                },
                enumerable: true,
              })
            : history,
        ),
        failures,
      }
    })
    expect(done).toMatchObject({ state: "finished", counts: { done: 3, changed: 1, failed: 1, left: 3 } })
    expect((await left(run.id)).toSorted()).toEqual([
      "order_cus_gone gone",
      "order_cus_torn failed torn: the items do not add up",
      "order_cus_unread failed Error: no total",
    ])
    expect((await shop.rows("cus_whole")).length).toBe(2)
  })

  it("stops when somebody cancels it, and what was brought in stays", async () => {
    await shop.several("cus_stopped")
    const { runs } = ledger.service
    const run = await shop.start(["cus_stopped"])
    await cut(run.id)
    await runs.work("one", shop.read)
    expect(await runs.cancel(run.id, { actorId: "user_ada" })).toMatchObject({
      state: "cancelled",
      counts: { done: 1 },
    })
    expect(await runs.work("one", shop.read)).toBeUndefined()
  })

  it("locks accounts in the order of their ids, so that chunks that share them never wait for each other in a ring", async () => {
    const [{ n: before } = { n: 0 }] = await ledger.sql<{ n: number }>(
      "select deadlocks::int as n from pg_stat_database where datname = current_database()",
    )
    for (let round = 0; round < 12; round += 1)
      for (const customer of ["cus_x", "cus_y", "cus_z"])
        await shop.order(`${customer}${round % 3}`, {
          at: shop.day(1 + ((round * 7 + customer.charCodeAt(4)) % 28)),
        })
    const names = ["x", "y", "z"].flatMap((name) => [0, 1, 2].map((round) => `cus_${name}${round}`))
    const run = await shop.start(names)
    await ledger.sql(
      `with o as (select c.run_id, u.id, row_number() over () % 6 as part from reconciliation_run_chunk c, unnest(c.order_ids) u (id) where c.run_id = ?)
       insert into reconciliation_run_chunk (run_id, order_ids) select run_id, array_agg(id) from o group by run_id, part`,
      [run.id],
    )
    await ledger.sql("delete from reconciliation_run_chunk where run_id = ? and cardinality(order_ids) > 6", [
      run.id,
    ])
    const worker = async (name: string): Promise<void> => {
      while (await ledger.service.runs.work(name, shop.read));
    }
    await Promise.all(["one", "two", "three", "four"].map(worker))
    expect(await ledger.service.runs.retrieve(run.id)).toMatchObject({
      state: "finished",
      counts: { changed: 36 },
    })
    const [{ n: after } = { n: -1 }] = await ledger.sql<{ n: number }>(
      "select deadlocks::int as n from pg_stat_database where datname = current_database()",
    )
    expect(after).toBe(before)
  })
})

import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const system = { actor: { type: "system", id: null }, cause: "settings" } as const
const ada = { actor: { type: "user", id: "user_ada" }, cause: "POST settings" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("F61: what people set, in every process at once", () => {
  let ledger: Ledger
  let one: ReconciliationModuleService
  let other: ReconciliationModuleService

  beforeEach(async () => {
    ledger = await openLedger("settings")
    one = ledger.service
    other = ledger.serviceWith({})
  })
  afterEach(async () => ledger.close())

  const set = async (
    changes: readonly { name: string; value: unknown }[] | readonly { name: string; reset: true }[],
    service = one,
  ) => {
    const { version } = await service.configuration.view()
    return service.configuration.change({ changes, version, context: ada })
  }

  const orderOf = (customerId: string, index: number, lines: bigint[] = [10000n]): ModelOrder =>
    new ModelOrder(`order_${customerId}_${index}`, 2, {
      customerId,
      currency: "eur",
      lines,
      giftCard: 0n,
      at: day(index),
    })

  const reconcile = async (order: ModelOrder, service = other) => {
    const { now, hostVersions, settings } = await service.orders.readMarks([order.id])
    const history = order.read(hostVersions.get(order.id) ?? 0, now)
    return service.orders.reconcile({ ...history, settings }, { context: system })
  }

  const deposit = (customerId: string, key = customerId) => ({
    customerId,
    currencyCode: "eur",
    digits: 2,
    amount: "130.00",
    method: "cheque",
    reference: key,
    occurredAt: "2026-01-20",
    idempotencyKey: key,
    confirmed: true,
    context: system,
  })

  it("plans by what another process has set, from its next act on", async () => {
    await reconcile(orderOf("cus_next", 1))
    expect((await other.payments.record(deposit("cus_next", "before"))).payment.open).toBe("130.00")
    await set([{ name: "unappliedMoney", value: "oldest_first" }])
    const { payment } = await other.payments.record(deposit("cus_next", "after"))
    expect(payment).toMatchObject({ allocated: "100.00", open: "30.00" })
    expect(await other.orders.retrieve("order_cus_next_1")).toMatchObject({ state: "full" })
  })

  it("spreads by another strategy, writes off by other limits, gives no codes and counts days elsewhere", async () => {
    await set([
      { name: "strategy", value: "pro_rata" },
      { name: "matchingCodes", value: { enabled: false } },
      { name: "timeZone", value: "Pacific/Kiritimati" },
    ])
    const order = orderOf("cus_all", 1, [6000n, 4000n])
    order.capture(day(2), 5000n, 0)
    await reconcile(order)
    const view = await other.orders.retrieve(order.id)
    expect(view?.rows.map(({ allocated }) => allocated)).toEqual(["30.00", "20.00"])
    expect(view?.code).toBeNull()
    const late = { ...deposit("cus_all"), occurredAt: "2026-01-20T12:00:00.000Z" }
    expect((await other.payments.record(late)).payment.occurred_on).toBe("2026-01-21")
  })

  it("reads an order anew that was read by settings which are in force no longer", async () => {
    const order = orderOf("cus_read", 1)
    const { now, settings } = await other.orders.readMarks([order.id])
    const history = { ...order.read(0, now), settings }
    await set([{ name: "timeZone", value: "Pacific/Kiritimati" }])
    expect(await other.orders.reconcile(history, { context: system })).toMatchObject({
      superseded: true,
      changed: false,
    })
    expect(await other.orders.preview(history, { context: system })).toBeNull()
    expect(await reconcile(order)).toMatchObject({ superseded: false, changed: true })
  })

  it("waits for whoever plans, and nobody plans by what was in force before", async () => {
    const events: string[] = []
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    let begun: () => void = () => undefined
    const started = new Promise<void>((resolve) => (begun = resolve))
    const database = Reflect.get(other, "database") as {
      transaction: (
        work: (session: {
          run: (statement: { name: string; text: string }) => Promise<unknown>
        }) => Promise<void>,
      ) => Promise<void>
    }
    const planning = database.transaction(async (session) => {
      await session.run({ name: "look", text: "select 1" })
      begun()
      await held
      events.push(`planned by ${other.settings.unappliedMoney}`)
    })
    await started
    const changing = set([{ name: "unappliedMoney", value: "exact_match" }]).then(() =>
      events.push("changed"),
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    letGo()
    await Promise.all([planning, changing])
    expect(events).toEqual(["planned by checkout_only", "changed"])
    await database.transaction(async (session) => {
      await session.run({ name: "look", text: "select 1" })
      events.push(`planned by ${other.settings.unappliedMoney}`)
    })
    expect(events.at(-1)).toBe("planned by exact_match")
  })

  it("refuses what was decided before somebody else's change, and a value that may not be, with its field", async () => {
    await set([{ name: "refundLines", value: "pro_rata" }])
    await expect(
      other.configuration.change({
        changes: [{ name: "refundLines", value: "newest_first" }],
        version: "0",
        context: ada,
      }),
    ).rejects.toMatchObject({ code: "settings_stale", ids: { version: "1", changed: "refundLines" } })
    await expect(
      set([{ name: "writeOff", value: { limits: { eur: { amount: "five", percent: 1 } } } }]),
    ).rejects.toMatchObject({ code: "setting_refused", ids: { field: "writeOff.limits.eur.amount" } })
    await expect(set([{ name: "strategy", value: "lottery" }])).rejects.toMatchObject({
      code: "setting_refused",
      message: expect.stringContaining("it may be line_order"),
    })
    await expect(set([{ name: "orderReader", value: { enabled: false } }])).rejects.toMatchObject({
      code: "setting_locked",
    })
    expect(await ledger.sql("select name from reconciliation_setting")).toEqual([{ name: "refundLines" }])
  })

  it("keeps every change with who, when, why and what was before; going back is a change too", async () => {
    await set([{ name: "unappliedMoney", value: "oldest_first" }])
    await set([{ name: "unappliedMoney", value: "exact_match" }])
    const standing = async () =>
      (await other.configuration.view()).settings.find(({ name }) => name === "unappliedMoney")
    expect(await standing()).toMatchObject({
      value: "exact_match",
      origin: "screen",
      previous: "oldest_first",
      default: "checkout_only",
      by: { type: "user", id: "user_ada" },
    })
    await set([{ name: "unappliedMoney", reset: true }])
    expect(await standing()).toMatchObject({
      value: "checkout_only",
      origin: "default",
      previous: "exact_match",
    })
    const { changes } = await other.configuration.history({ limit: 10 })
    expect(changes.map(({ value, reset, before }) => [value, reset, before])).toEqual([
      [null, true, "exact_match"],
      ["exact_match", false, "oldest_first"],
      ["oldest_first", false, null],
    ])
    await expect(ledger.sql("delete from reconciliation_setting")).rejects.toThrow()
  })

  it("leaves what the configuration locks, and what is no longer possible, and says so", async () => {
    await set([
      { name: "strategy", value: "pro_rata" },
      { name: "unappliedMoney", value: "exact_match" },
    ])
    const locking = ledger.serviceWith({ strategy: "due_date", locked: ["strategy"] })
    const strategy = (await locking.configuration.view()).settings.find(({ name }) => name === "strategy")
    expect(strategy).toMatchObject({ value: "due_date", origin: "configuration", locked: true, by: null })
    expect(locking.settings.unappliedMoney).toBe("exact_match")
    await expect(set([{ name: "strategy", value: "line_order" }], locking)).rejects.toMatchObject({
      code: "setting_locked",
    })
    const own = ledger.serviceWith({ strategies: { mine: () => [] } })
    await set([{ name: "strategy", value: "mine" }], own)
    const without = (await other.configuration.view()).settings.find(({ name }) => name === "strategy")
    expect(without).toMatchObject({ value: "line_order", origin: "default" })
    expect(without?.refused).toContain('strategy is "mine"')
  })

  it("begins a series where a person says, above what was given, and never below", async () => {
    const year = new Date().getUTCFullYear()
    const numbers = async () =>
      (
        await ledger.sql<{ series: string; number: number }>(
          "select series, number from reconciliation_receipt order by series, number",
        )
      ).map(({ series, number }) => `${series} ${number}`)
    await set([{ name: "firstReceipts", value: { "R-2026": 132 } }])
    await other.payments.record(deposit("cus_number"))
    expect(await numbers()).toEqual(["R 132"])
    await expect(
      set([{ name: "firstReceipts", value: { "R-2026": 132, "C-2026": 7 } }]),
    ).resolves.toBeDefined()
    await expect(set([{ name: "firstReceipts", value: { "R-2026": 100 } }])).rejects.toMatchObject({
      code: "receipt_number_given",
      ids: { field: "firstReceipts.R-2026", last: "132" },
    })
    const { changes } = await other.configuration.preview([
      { name: "firstReceipts", value: { "R-2026": 140 } },
    ])
    expect(changes[0]?.effects).toEqual([
      { code: "series_begins", count: 140, what: "R-2026" },
      { code: "numbers_left_out", count: 7, what: "R-2026" },
    ])
    const { receipts } = await other.configuration.view()
    expect(receipts.map(({ series }) => series)).toEqual([`R-${year}`, `C-${year}`])
    await set([{ name: "firstReceipts", value: { [`C-${year + 1}`]: 9, [`C-${year}`]: 7, "R-2026": 132 } }])
    const [, credits] = (await other.configuration.view()).receipts
    expect(credits).toEqual({ series: `C-${year}`, last: 0, next: `C-${year}-0007` })
  })

  it("opens no order of before the books by what merely happens, but for a person and a back-fill", async () => {
    await set([{ name: "goLive", value: "2026-01-10" }])
    const before = orderOf("cus_old", 9)
    const since = orderOf("cus_old", 10)
    expect(await reconcile(before)).toMatchObject({ changed: false })
    expect(await reconcile(since)).toMatchObject({ changed: true })
    const { now } = await other.orders.readMarks([before.id])
    expect(await other.orders.reconcile(before.read(0, now), { context: ada })).toMatchObject({
      changed: true,
    })
    before.capture(day(12), 1000n, 0)
    expect(await reconcile(before)).toMatchObject({ changed: true })
    const run = await other.runs
      .start({ kind: "backfill", scope: {}, context: ada })
      .catch((error: Error) => error)
    // Without a host there are no orders to cut; the scope is what is looked at.
    expect(run).toBeDefined()
  })

  it("says what a change touches and what it leaves", async () => {
    await other.payments.record(deposit("cus_touch"))
    const { changes } = await other.configuration.preview([{ name: "unappliedMoney", value: "exact_match" }])
    expect(changes).toEqual([
      {
        name: "unappliedMoney",
        from: "checkout_only",
        to: "exact_match",
        effects: [
          { code: "from_now_on", count: null, what: null },
          { code: "unapplied_stay", count: 1, what: null },
        ],
      },
    ])
    expect(await ledger.sql("select 1 from reconciliation_setting")).toEqual([])
  })
})

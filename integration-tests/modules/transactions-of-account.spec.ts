import { readFileSync } from "node:fs"
import type { AccountTransactionView, OpenItemView } from "../../src/types/http"
import {
  pagesOfTransactions,
  readTransactions,
  sumAtMoments,
  sumsBetweenMoments,
} from "../../src/modules/reconciliation/accounts/transactions.sql"
import { ada, day, EditShop, event } from "../setup/edit-shop"
import { openLedger, type Ledger } from "../setup/ledger"
import { fill } from "../setup/many-transactions"
import { TransferShop } from "../setup/transfer-shop"

type Order = "newest" | "oldest"
interface Wanted {
  readonly show?: "all" | "open"
  readonly rank?: number
  readonly order?: Order
  readonly limit?: number
}

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""))

describe("F32: an account's transactions with the balance after each, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new EditShop(() => ledger)
  const transfers = new TransferShop(() => ledger, event)

  beforeAll(async () => {
    ledger = await openLedger("transactions_of_account")
  })
  afterAll(async () => {
    await ledger.close()
  })

  const accountOf = async (customerId: string): Promise<string> => {
    const [account] = await ledger.service.accounts.listOf(customerId)
    return account?.id ?? ""
  }

  /** Every page of so many, one after the other. */
  const read = async (accountId: string, wanted: Wanted = {}): Promise<AccountTransactionView[]> => {
    const { show = "all", order = "newest", limit = 50, rank } = wanted
    const all: AccountTransactionView[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ends
      const page = await ledger.service.accounts.transactions(accountId, { show, order, limit, rank, cursor })
      expect(page.transactions.length).toBeLessThanOrEqual(limit)
      all.push(...page.transactions)
      cursor = page.nextCursor
    }
    return all
  }

  /** What a child would add up: from the oldest on, charges less payments. */
  const expectNaiveSums = async (accountId: string): Promise<AccountTransactionView[]> => {
    const oldest = await read(accountId, { order: "oldest", limit: 2 })
    let sum = 0n
    for (const one of oldest) {
      sum += cents(one.charges) - cents(one.payments)
      expect([one.id, cents(one.balance)]).toEqual([one.id, sum])
    }
    const newest = await read(accountId, { limit: 3 })
    expect(newest).toEqual(oldest.toReversed())
    expect(await read(accountId, { limit: 500 })).toEqual(newest)
    const { totals, counts } = await ledger.service.accounts.retrieve(accountId)
    expect(cents(totals.open) - cents(totals.unallocated)).toBe(cents(totals.balance))
    expect(cents(totals.balance)).toBe(sum)
    expect(cents(totals.owed) - cents(totals.paid)).toBe(sum)
    const open = oldest.filter((one) => cents(one.open) > 0n)
    expect(await read(accountId, { show: "open", order: "oldest", limit: 2 })).toEqual(open)
    const openOf = (side: string): bigint =>
      open.filter((one) => one.side === side).reduce((all, one) => all + cents(one.open), 0n)
    expect([openOf("debit"), openOf("credit")]).toEqual([cents(totals.open), cents(totals.unallocated)])
    expect(counts).toMatchObject({ transactions: oldest.length, open_transactions: open.length })
    return oldest
  }

  const said = (one: AccountTransactionView): string =>
    `${one.occurred_on} ${one.kind} ${one.charges} ${one.payments} = ${one.balance}, ${one.open} open, ${one.state} ${one.codes.map(({ code }) => code).join(" ")}`

  const cheque = async (customerId: string, amount: string, at: string): Promise<OpenItemView> => {
    const { payment } = await ledger.service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: "1042",
      occurredAt: at,
      idempotencyKey: `${customerId} ${amount}`,
      context: event,
    })
    return payment
  }

  it("shows an order as one row with what raised it, credits and money where they happened", async () => {
    const order = shop.newOrder("cus_rows")
    order.capture(day(2), 10000n, 0)
    await shop.tell(order)
    await cheque("cus_rows", "30.00", day(4))
    order.edit(day(5), 0, 9000n)
    await shop.tell(order)
    order.edit(day(6), 1, 5000n)
    await shop.tell(order)
    const rows = await expectNaiveSums(await accountOf("cus_rows"))
    expect(rows.map(said)).toEqual([
      "2026-01-01 order 185.00 0.00 = 185.00, 60.00 open, partial a",
      "2026-01-02 payment 0.00 100.00 = 85.00, 0.00 open, full a",
      "2026-01-04 deposit 0.00 30.00 = 55.00, 30.00 open, none ",
      "2026-01-06 credit 0.00 25.00 = 30.00, 0.00 open, full a",
    ])
    expect(rows[0]).toMatchObject({ id: expect.stringMatching(/^order_\d+$/), lines: 3, title: "A" })
    expect(rows[3]).toMatchObject({ order: { id: order.id }, title: "B", lines: 1 })
  })

  it("shows what a reversal took back, a write-off and what is under one code", async () => {
    const order = shop.newOrder("cus_back")
    order.capture(day(2), 17000n, 0)
    await shop.tell(order)
    const { service } = ledger
    const accountId = await accountOf("cus_back")
    const payment = (await read(accountId)).find(({ kind }) => kind === "payment")
    await service.payments.reverse({
      paymentId: payment?.item_id ?? "",
      kind: "bounced_cheque",
      amount: "90.00",
      reason: "No cover",
      idempotencyKey: "cus_back bounced",
      reference: null,
      occurredAt: day(8),
      context: ada,
    })
    await cheque("cus_back", "5.00", day(9))
    const rows = await expectNaiveSums(accountId)
    expect(rows.map(said)).toEqual([
      "2026-01-01 order 170.00 0.00 = 170.00, 0.00 open, partial a",
      "2026-01-02 payment 0.00 170.00 = 0.00, 0.00 open, full a",
      "2026-01-08 reversal 90.00 0.00 = 90.00, 90.00 open, none ",
      "2026-01-09 deposit 0.00 5.00 = 85.00, 5.00 open, none ",
    ])
    const { account } = { account: await service.accounts.retrieve(accountId) }
    expect(account.unapplied).toMatchObject([{ open: "5.00", kind: "deposit", order: null, fits: [] }])
    const coded = await read(accountId, { rank: 1 })
    expect(coded.map(({ kind, balance }) => `${kind} ${balance}`)).toEqual(["payment 0.00", "order 170.00"])
  })

  it("stays exact for an order that went to another customer", async () => {
    const { orderId } = await transfers.given("120")
    const { account_id: accountId = "" } = (await ledger.service.orders.retrieve(orderId)) ?? {}
    const to = await expectNaiveSums(accountId)
    expect(to.map(said)).toEqual(["2026-01-01 order 48.00 0.00 = 48.00, 48.00 open, none "])
    const [from] = await ledger.sql<{ id: string }>(
      `select distinct i.account_id::text as id from reconciliation_open_item i
         join reconciliation_document d on d.id = i.document_id where d.order_id = ? and i.account_id <> ?`,
      [orderId, accountId],
    )
    const rows = await expectNaiveSums(from?.id ?? "")
    expect(rows.map(({ kind, charges, payments, balance }) => [kind, charges, payments, balance])).toEqual([
      ["order", "168.00", "0.00", "168.00"],
      ["payment", "0.00", "120.00", "48.00"],
      ["transfer", "0.00", "48.00", "0.00"],
    ])
  })

  it("tells what is planned, and which orders an unapplied amount fits exactly", async () => {
    const order = shop.newOrder("cus_planned")
    await shop.tell(order)
    await ledger.service.plans.plan({
      orderId: order.id,
      instalments: [
        { dueOn: "2199-02-01", amount: "60.00" },
        { dueOn: "2199-01-01", amount: "40.00" },
      ],
      context: event,
    })
    await cheque("cus_planned", "170.00", day(3))
    const account = await ledger.service.accounts.retrieve(await accountOf("cus_planned"))
    expect(account.totals).toMatchObject({
      open: "170.00",
      unallocated: "170.00",
      balance: "0.00",
      planned: "100.00",
    })
    expect(account.planned_payments.map(({ due_on, kept, titles }) => [due_on, kept, titles.join()])).toEqual(
      [
        ["2199-01-01", "40.00", "A"],
        ["2199-02-01", "60.00", "A,B"],
      ],
    )
    expect(account.unapplied.map(({ fits }) => fits.map(({ id }) => id))).toEqual([[order.id]])
    expect(account.state).toBe("none")
  })

  it("refuses a cursor that is none, and an account that is not there", async () => {
    const asked = { show: "all", order: "newest", limit: 1 } as const
    const accountId = await accountOf("cus_rows")
    await expect(
      ledger.service.accounts.transactions(accountId, { ...asked, cursor: "2026-01-01_1" }),
    ).rejects.toMatchObject({ code: "cursor_malformed" })
    await expect(ledger.service.accounts.transactions("999999", asked)).rejects.toMatchObject({
      code: "account_not_found",
    })
  })

  describe("of an account with 10,000 of them", () => {
    const ORDERS = 5_000
    const FEWER = 500
    const MOST_TIMES = 3
    const RUNS = 10
    const BATCHES = 12
    let smallId = ""
    let accountId = ""

    beforeAll(async () => {
      await shop.tell(shop.newOrder("cus_many"))
      accountId = await accountOf("cus_many")
      await fill(ledger, accountId, ORDERS)
      await shop.tell(shop.newOrder("cus_fewer"))
      smallId = await accountOf("cus_fewer")
      await fill(ledger, smallId, FEWER)
    })

    /**
     * Milliseconds that this process and the database's have worked: whatever else a machine does in the meantime lets a
     * page wait, but is no work of it. Where the database is elsewhere, the time that passed.
     */
    const working = async (): Promise<number> => {
      const backends = await ledger.sql<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database()",
      )
      try {
        const nanoseconds = backends.map(({ pid }) =>
          Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]),
        )
        const { user, system } = process.cpuUsage()
        return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6 + (user + system) / 1e3
      } catch {
        return performance.now()
      }
    }

    it.each<[string, Wanted]>([
      ["the newest", {}],
      ["the oldest", { order: "oldest" }],
      ["the newest open ones", { show: "open" }],
    ])("a page of %s costs what a page of a tenth of them costs, or little more", async (name, wanted) => {
      const { show = "all", order = "newest" } = wanted
      const page = async (id: string, cursor?: string): Promise<number> => {
        const begun = await working()
        for (let run = 0; run < RUNS; run += 1) {
          // oxlint-disable-next-line no-await-in-loop -- one page after the other is what is measured
          await ledger.service.accounts.transactions(id, { show, order, limit: 50, cursor })
        }
        return ((await working()) - begun) / RUNS
      }
      for (const [place, cursor] of [
        ["first", undefined],
        ["middle", "1770258000000000_3:0"],
      ] as const) {
        // Busy neighbours take a processor's caches too: the best of some batches is what a page costs.
        let [large, small] = [Infinity, Infinity]
        for (let batch = 0; batch < BATCHES && (batch < 2 || large >= MOST_TIMES * small); batch += 1) {
          // oxlint-disable no-await-in-loop -- one size after the other
          large = Math.min(large, await page(accountId, cursor))
          small = Math.min(small, await page(smallId))
          // oxlint-enable no-await-in-loop
        }
        console.log(
          `${place} page of 50 of ${name}: ${large.toFixed(1)} ms of work of 10,000, ${small.toFixed(1)} ms of 1,000`,
        )
        expect(large).toBeLessThan(MOST_TIMES * small)
      }
    })

    it("reads no table from end to end", async () => {
      const moments = [0n, 20n, 9_980n, 10_000n].map((minutes) =>
        String(1_767_258_000_000_000n + minutes * 600_000_000n),
      )
      const asked: [string, unknown[]][] = [
        [pagesOfTransactions.all.newest.text, [accountId, null, "~", 51]],
        [pagesOfTransactions.all.oldest.text, [accountId, null, "", 51]],
        [pagesOfTransactions.open.newest.text, [accountId, null, "~", 51]],
        [readTransactions.text, [[accountId], ["1"], [true]]],
        [sumsBetweenMoments.newest.text, [accountId, moments.slice(-2)]],
        [sumsBetweenMoments.oldest.text, [accountId, moments.slice(0, 2)]],
        [sumAtMoments.text, [accountId, moments]],
      ]
      for (const [text, parameters] of asked) {
        // oxlint-disable-next-line no-await-in-loop -- one plan after the other
        const plan = await ledger.database.run<{ "QUERY PLAN": string }>(
          { name: "explain", text: `explain ${text}` },
          parameters,
        )
        const lines = plan.map((row) => row["QUERY PLAN"]).join("\n")
        expect(lines).not.toMatch(/Seq Scan on reconciliation_(open_item|allocation)/)
      }
    })

    it("keeps the balance exact on all of them, page by page", async () => {
      let sum = 0n
      for (const one of await read(accountId, { order: "oldest", limit: 500 })) {
        sum += cents(one.charges) - cents(one.payments)
        expect([one.id, cents(one.balance)]).toEqual([one.id, sum])
      }
      const { totals, counts } = await ledger.service.accounts.retrieve(accountId)
      expect(cents(totals.balance)).toBe(sum)
      expect(counts.transactions).toBe(2 * ORDERS + 3 - 2)
    })
  })
})

import type {
  AccountTransactionView,
  ListedOrder,
  ListedTransactionView,
  ListedView,
} from "../../src/types/http"
import { everySentenceOnce, YESTERDAY } from "../setup/list-shop"
import { PlanShop } from "../setup/plan-shop"

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""))

describe("F30, F31: transactions of all accounts, on PostgreSQL", () => {
  let shop: PlanShop

  beforeAll(async () => {
    shop = await PlanShop.open("lists")
    await everySentenceOnce(shop)
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const lists = () => shop.ledger.service.lists

  /** Every page of two, one after the other. */
  const read = async (
    wanted: {
      unreconciled?: boolean
      sort?: ListedOrder
      view?: ListedView
      limit?: number
      kind?: string
    } = {},
  ): Promise<ListedTransactionView[]> => {
    const all: ListedTransactionView[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ends
      const page = await lists().page({ unreconciled: true, sort: "newest", limit: 2, ...wanted, cursor })
      expect(page.transactions.length).toBeLessThanOrEqual(wanted.limit ?? 2)
      all.push(...page.transactions)
      cursor = page.nextCursor
    }
    return all
  }

  /** What the accounts' own pages say, which derive it from the items. */
  const onAccounts = async (show: "all" | "open"): Promise<string[]> => {
    const accounts = await shop.ledger.sql<{ id: string }>("select id::text from reconciliation_account")
    const pages = await Promise.all(
      accounts.map(async ({ id }) =>
        shop.ledger.service.accounts.transactions(id, { show, order: "newest", limit: 500 }),
      ),
    )
    return pages.flatMap(({ transactions }) => transactions.map(said)).toSorted()
  }

  const said = (one: Omit<AccountTransactionView, "balance" | "other_account" | "undo">): string =>
    [one.id, one.kind, one.occurred_on, one.state, one.open, one.side, one.charges, one.payments, one.lines]
      .concat(one.codes.map(({ code }) => code))
      .join(" ")

  it("shows each transaction as its account's page does", async () => {
    expect((await read({ unreconciled: false })).map(said).toSorted()).toEqual(await onAccounts("all"))
    const contradicting = (await read({ view: "contradictions" })).filter(({ open }) => cents(open) === 0n)
    const open = [...(await onAccounts("open")), ...contradicting.map(said)].toSorted()
    expect((await read()).map(said).toSorted()).toEqual(open)
    expect(contradicting).toHaveLength(1)
  })

  it("says why each is open and what to do", async () => {
    const rows = await read({ sort: "oldest" })
    const sentences = rows.map(({ id, owner, open, why, next_step: step }) => {
      const { code, ...facts } = why ?? { code: "nothing" }
      return `${owner.id} ${id.split("_")[0]} ${open}: ${code} ${JSON.stringify(facts)} → ${step?.act}`
    })
    expect(sentences.toSorted()).toEqual([
      "cus_again item 25.00: taken_back {} → record_payment",
      'cus_fits item 170.00: fits_order {"order":{"id":"order_fits","display_id":"1"}} → put_on_order',
      'cus_fits order 170.00: nothing_paid {"unapplied":"170.00"} → apply',
      `cus_late order 170.00: instalment_late {"amount":"30.00","due_on":"${YESTERDAY}","days":1} → record_payment`,
      "cus_near item 12.00: fits_none {} → apply",
      'cus_near order 170.00: nothing_paid {"unapplied":"12.00"} → apply',
      'cus_none order 170.00: nothing_paid {"unapplied":null} → record_payment',
      "cus_nothing item 44.00: nothing_owed {} → open_account",
      'cus_part order 70.00: partly_paid {"paid":"100.00","total":"170.00","lines":2,"unapplied":null} → record_payment',
      'cus_planned order 170.00: planned {"planned":"100.00","uncovered":"70.00"} → open_order',
      "cus_surplus item 30.00: nothing_owed {} → open_account",
      'cus_wrong order 0.00: contradiction {"problem":"books_differ"} → cure',
      "suspense item 33.00: unknown_owner {} → find_owner",
    ])
  })

  const sizes: ReadonlySet<ListedOrder> = new Set(["largest", "smallest"])
  it.each(["newest", "oldest", "largest", "smallest", "owner"] as const)("orders them: %s", async (sort) => {
    await lists().name([
      { type: "customer", id: "cus_planned", name: "Élodie Zola", company: null, sort: "Zola Élodie" },
      { type: "customer", id: "cus_none", name: "Ada Adler", company: "Adler & Co", sort: "Adler Ada" },
    ])
    const rows = await read({ sort })
    expect(rows.map(({ number }) => number).toSorted()).toEqual(
      (await read({ limit: 500 })).map(({ number }) => number).toSorted(),
    )
    const key = (one: ListedTransactionView): string =>
      sizes.has(sort)
        ? `${one.currency_code}${cents(one.open).toString().padStart(12, "0")}`
        : sort === "owner"
          ? (one.owner.name ?? "").split(" ").toReversed().join(" ")
          : one.occurred_on
    const keys = rows.map(key)
    const ascending = keys.toSorted()
    expect(keys).toEqual(sort === "newest" || sort === "largest" ? ascending.toReversed() : ascending)
  })

  it("counts exactly what each view lists, and adds up each currency", async () => {
    const totals = await lists().totals({})
    const all = await read()
    const count = async (view: ListedView): Promise<number> => (await read({ view })).length
    const views: readonly ListedView[] = [
      "contradictions",
      "taken_back",
      "overdue",
      "to_place",
      "owed",
      "not_due",
    ]
    const counted: number[] = []
    // oxlint-disable-next-line no-await-in-loop -- one list after the other
    for (const view of views) counted.push(await count(view))
    expect(views.map((view) => totals[view])).toEqual(counted)
    expect(totals.views.map(({ view, count: many }) => [view, many])).toEqual(
      views.map((view) => [view, totals[view]]),
    )
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(totals.all)
    expect(totals.all).toBe(all.length)
    for (const sum of totals.sums) {
      const rows = all.filter((one) => one.currency_code === sum.currency_code && cents(one.open) > 0n)
      const of = (side: string): bigint[] =>
        rows.filter((one) => one.side === side).map(({ open }) => cents(open))
      const added = (amounts: bigint[]): bigint => amounts.reduce((one, other) => one + other, 0n)
      expect([added(of("debit")), of("debit").length]).toEqual([cents(sum.owed), sum.owed_count])
      expect([added(of("credit")), of("credit").length]).toEqual([cents(sum.unapplied), sum.unapplied_count])
    }
  })

  it("narrows by kind, and refuses a cursor of another order", async () => {
    expect((await read({ kind: "deposit" })).every(({ kind }) => kind === "deposit")).toBe(true)
    const page = await lists().page({ unreconciled: true, sort: "newest", limit: 1 })
    await expect(
      lists().page({ unreconciled: true, sort: "largest", limit: 1, cursor: page.nextCursor ?? "" }),
    ).rejects.toMatchObject({ code: "cursor_malformed" })
  })

  it("forgets a name that is erased", async () => {
    await lists().name([{ type: "customer", id: "cus_none", name: "Ada", company: null, sort: "Ada" }])
    await shop.ledger.service.privacy.eraseTexts("cus_none")
    const row = (await read()).find(({ owner }) => owner.id === "cus_none")
    expect(row?.owner).toMatchObject({ name: null, company: null })
    expect(await lists().unnamed(50)).not.toContainEqual({ type: "customer", id: "cus_none" })
    await lists().renamed({ type: "customer", id: "cus_planned" })
    expect(await lists().unnamed(50)).toContainEqual(expect.objectContaining({ id: "cus_planned" }))
  })
})

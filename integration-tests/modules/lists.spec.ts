import type {
  AccountTransactionView,
  ListedOrder,
  ListedTransactionView,
  ListedView,
  ReconciliationState,
} from "../../src/types/http"
import { everySentenceOnce, YESTERDAY } from "../setup/list-shop"
import { LATER, PlanShop } from "../setup/plan-shop"
import { listedIn, STATES } from "../setup/states"

const SORTS = ["newest", "oldest", "largest", "smallest", "owner"] as const
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
      state?: ReconciliationState
      currencyCode?: string
      accountId?: string
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
      `cus_planned order 170.00: planned {"planned":"100.00","uncovered":"70.00","next":{"due_on":"${LATER}","amount":"100.00"}} → open_order`,
      "cus_surplus item 30.00: nothing_owed {} → open_account",
      'cus_wrong order 0.00: contradiction {"problem":"books_differ"} → cure',
      "suspense item 33.00: unknown_owner {} → find_owner",
    ])
  })

  const accountOf = async (customer: string): Promise<string | undefined> =>
    (await read()).find(({ owner }) => owner.id === customer)?.owner.account_id

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
    const numbersOf = (some: ListedTransactionView[]): string[] => some.map(({ number }) => number)
    const ofOneCurrency = await read({ sort, currencyCode: "eur", limit: 1 })
    expect(numbersOf(ofOneCurrency)).toEqual(
      numbersOf(rows.filter(({ currency_code: code }) => code === "eur")),
    )
    expect(ofOneCurrency.length).toBeGreaterThan(3)
    // Of one owner: as it happened.
    const inOrder = sort === "owner" ? await read({ sort: "oldest" }) : rows
    const accountId = (await accountOf("cus_fits")) ?? ""
    const ofOneAccount = inOrder.filter(({ owner }) => owner.account_id === accountId)
    expect(numbersOf(await read({ sort, accountId, limit: 1 }))).toEqual(numbersOf(ofOneAccount))
    expect(ofOneAccount).toHaveLength(2)
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
      const rows = all.filter(
        (one) =>
          one.currency_code === sum.currency_code &&
          cents(one.open) > 0n &&
          one.why?.code !== "contradiction",
      )
      const of = (side: string): bigint[] =>
        rows.filter((one) => one.side === side).map(({ open }) => cents(open))
      const added = (amounts: bigint[]): bigint => amounts.reduce((one, other) => one + other, 0n)
      expect([added(of("debit")), of("debit").length]).toEqual([cents(sum.owed), sum.owed_count])
      expect([added(of("credit")), of("credit").length]).toEqual([cents(sum.unapplied), sum.unapplied_count])
    }
  })

  it.each(STATES)("lists and counts what is in one state alone: %s", async (state) => {
    const rows = await listedIn(shop.ledger, { state })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set([state]))
    const open = (await read()).filter((row) => row.state === state)
    const numbers = (some: ListedTransactionView[]): string[] => some.map(({ number }) => number).toSorted()
    expect(numbers(rows.filter(({ why }) => why !== null))).toEqual(numbers(open))
    for (const sort of SORTS) {
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      expect(numbers(await read({ sort, state, limit: 1 }))).toEqual(numbers(open))
    }
    expect((await lists().totals({ state })).all).toBe(open.length)
  })

  it("lists what stands on a GL account, and counts it", async () => {
    const written = shop.ledger.serviceWith({
      writeOff: { accounts: { loss: "6714" }, limits: { EUR: { amount: "100.00", percent: 100 } } },
    })
    await shop.read(shop.order("small", [50n]))
    await written.writeOffs.write({
      target: { orderId: "order_small" },
      kind: "short_payment",
      amount: null,
      reason: "too little",
      context: shop.context,
    })
    const rows = await listedIn(shop.ledger, { glAccount: "6714" })
    expect(rows.map(({ kind, owner, payments }) => `${kind} ${owner.id} ${payments}`)).toEqual([
      "write_off cus_small 0.50",
    ])
    expect(await listedIn(shop.ledger, { glAccount: "671" })).toEqual([])
    expect(await listedIn(shop.ledger, { glAccount: "6714", unreconciled: true })).toEqual([])
    expect((await lists().totals({ glAccount: "6714" })).all).toBe(0)
  })

  it("lists open items that are settled in part, or not at all", async () => {
    const page = async (filter: { state?: "none" | "partial"; glAccount?: string }) =>
      (await shop.ledger.service.openItems.list({ ...filter, limit: 500 })).items
    const [all, none, partial] = [
      await page({}),
      await page({ state: "none" }),
      await page({ state: "partial" }),
    ]
    const isTouched = ({ allocated }: { allocated: string }): boolean => cents(allocated) > 0n
    expect(none).toEqual(all.filter((item) => !isTouched(item)))
    expect(partial).toEqual(all.filter(isTouched))
    expect([none.length > 0, partial.length > 0]).toEqual([true, true])
    expect(await page({ glAccount: "6714" })).toEqual([])
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

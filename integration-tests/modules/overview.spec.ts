import { needsOf, viewPath } from "../../src/admin/features/overview/needs"
import { pageAsked, soughtIn } from "../../src/admin/features/lists/sought/sought"
import { accountsPath, mirrorsPath, transactionsPath, unreconciledPath } from "../../src/admin/lib/paths"
import type { ListedOrder, ListedTransactionView, ListedView, OverviewView } from "../../src/types/http"
import { everySentenceOnce } from "../setup/list-shop"
import { LATER, PlanShop } from "../setup/plan-shop"

describe("F71: the overview, on PostgreSQL", () => {
  let shop: PlanShop
  let overview: OverviewView

  beforeAll(async () => {
    shop = await PlanShop.open("overview")
    await everySentenceOnce(shop)
    const [newest] = (await lists().page({ unreconciled: true, sort: "newest", limit: 1 })).transactions
    const marked = { transaction: newest?.number ?? "", text: "Whose is it?", toCheck: true }
    await shop.ledger.service.notes.add({ ...marked, context: shop.context })
    overview = await lists().overview()
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const lists = () => shop.ledger.service.lists

  interface Listed {
    readonly currency_code: string
    readonly amount: string
  }

  /** What the page at a path of the admin lists, by what it asks the routes for: each page of two. */
  const listed = async (path: string): Promise<Listed[]> => {
    const { pathname, searchParams } = new URL(path, "http://admin")
    if (pathname === unreconciledPath || pathname === transactionsPath) {
      const sought = soughtIn(searchParams)
      const show = pathname === unreconciledPath ? "unreconciled" : "all"
      const asked = pageAsked({ show, sought, today: overview.today }, 2)
      const rows = await transactions(asked)
      return rows.map(({ currency_code, open }) => ({ currency_code, amount: open }))
    }
    if (pathname === mirrorsPath) {
      expect(searchParams.get("state")).toBe("refused")
      return (await shop.ledger.service.mirrors.list({ state: "refused", limit: 500 })).mirrors
    }
    expect(path).toBe(accountsPath)
    const { requests } = await shop.ledger.service.writeOffs.requests({ status: "pending", limit: 500 })
    return requests
  }

  const transactions = async (asked: URLSearchParams): Promise<ListedTransactionView[]> => {
    const all: ListedTransactionView[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ends
      const page = await lists().page({
        unreconciled: asked.get("show") === "unreconciled",
        sort: asked.get("sort") as ListedOrder,
        view: (asked.get("view") as ListedView | null) ?? undefined,
        currencyCode: asked.get("currency_code") ?? undefined,
        toCheck: asked.get("to_check") === "true",
        limit: Number(asked.get("limit")),
        cursor,
      })
      all.push(...page.transactions)
      cursor = page.nextCursor
    }
    return all
  }

  const added = (rows: readonly Listed[]): Record<string, string> => {
    const sums: Record<string, bigint> = {}
    for (const { currency_code: code, amount } of rows)
      sums[code] = (sums[code] ?? 0n) + BigInt(amount.replace(".", ""))
    return Object.fromEntries(Object.entries(sums).map(([code, sum]) => [code, String(sum)]))
  }

  it("leads by every sentence to a list that has exactly as many, and as much in each currency", async () => {
    const needs = needsOf(overview)
    expect(needs.map(({ what }) => what)).toEqual([
      "contradictions",
      "taken_back",
      "refused_mirrors",
      "overdue",
      "to_place",
      "owed",
      "write_off_requests",
      "to_check",
    ])
    const later = overview.views.find(({ view }) => view === "not_due")
    const idle = overview.views.find(({ view }) => view === "to_place")
    const sentences = [
      ...needs.map(({ what, count, sums, to }) => ({ what, count, sums, to })),
      { what: "not_due", count: later?.count, sums: later?.sums ?? [], to: viewPath("not_due") },
      ...(idle?.sums ?? []).map((sum) => ({
        what: `unapplied ${sum.currency_code}`,
        count: sum.count,
        sums: [sum],
        to: viewPath("to_place", sum.currency_code),
      })),
    ]
    const told = sentences.map(({ what, count, sums }) => ({ what, count, sums: added(sums) }))
    const found = await Promise.all(
      sentences.map(async ({ what, to }) => {
        const rows = await listed(to)
        return { what, count: rows.length, sums: added(rows) }
      }),
    )
    expect(found).toEqual(told)
    expect(told.every(({ count }) => (count ?? 0) > 0)).toBe(true)
    expect(told).toHaveLength(10)
  })

  it("says which it is where there is one alone, and what falls due next", async () => {
    const alone = overview.views.filter(({ count }) => count === 1)
    expect(alone.map(({ view, only }) => `${view}: ${only?.owner.id} ${only?.why?.code}`)).toEqual([
      "contradictions: cus_wrong contradiction",
      "taken_back: cus_again taken_back",
      "overdue: cus_late instalment_late",
      "not_due: cus_planned planned",
    ])
    for (const { view, only } of alone)
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      expect([only]).toEqual(
        (await lists().page({ unreconciled: true, sort: "newest", limit: 2, view })).transactions,
      )
    expect(overview.views.filter(({ count, only }) => count > 1 && only !== null)).toEqual([])
    expect(overview.coming.map(({ owner, due_on: dueOn }) => [owner.id, dueOn])).toEqual([
      ["cus_planned", LATER],
    ])
    expect([overview.write_off_requests.order?.id, overview.refused_mirrors.order?.id]).toEqual([
      "order_part",
      "order_mirrored",
    ])
  })

  it("tells what needs a person, how money was placed, and how old what is owed is", async () => {
    const totals = await lists().totals({})
    expect(overview.views.map(({ only: _only, ...view }) => view)).toEqual(totals.views)
    expect(overview.time_zone).toBe("UTC")
    expect(overview.write_off_requests).toMatchObject({
      count: 1,
      sums: [{ currency_code: "eur", amount: "70.00" }],
    })
    expect(overview.refused_mirrors).toMatchObject({
      count: 1,
      oldest_on: overview.today,
      sums: [{ currency_code: "eur", amount: "10.00" }],
    })
    // Orders paid by their own captures, and the cheque that a person put on one.
    const [made] = await shop.ledger.sql<{ all: number; by_hand: number; undone: number }>(
      `select count(*)::int as all, count(*) filter (where origin = 'manual')::int as by_hand,
          count(*) filter (where origin = 'manual' and id in (select releases from reconciliation_allocation))::int as undone
         from reconciliation_allocation where releases is null`,
    )
    const { quality } = overview
    expect([quality.allocations, quality.allocations - quality.automatic]).toEqual([made?.all, made?.by_hand])
    expect(quality.rules.find(({ rule }) => rule === "by_hand")).toMatchObject({
      allocations: made?.by_hand,
      undone: made?.undone,
      median_days: 0,
    })
    expect(made?.undone).toBeGreaterThan(0)
    expect(quality.rules.reduce((sum, one) => sum + one.allocations, 0)).toBe(quality.allocations)
    expect(quality.days.map(({ on }) => on)).toEqual([overview.today])
    const [sum] = totals.sums
    const [age] = overview.ageing
    expect(age?.total).toBe(sum?.owed)
    expect(age?.not_due).toBe("170.00")
    expect(age?.days_0_30).toBe("195.00")
  })
})

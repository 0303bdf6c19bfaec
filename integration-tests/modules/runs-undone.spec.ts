import type { RunView } from "../../src/types/http"
import { openLedger, type Ledger } from "../setup/ledger"
import { RunShop } from "../setup/run-shop"

describe("F32: undoing a run, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new RunShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("runs_undone")
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  /** A finished run over three customers of a name: each has two orders of 100 and paid 150. */
  const ran = async (name: string): Promise<RunView> => {
    const customers = [1, 2, 3].map((index) => `${name}_${index}`)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const customer of customers) await shop.customer(customer, 2, "150.00")
    return shop.finished(
      await ledger.service.runs.start({ scope: { customer_ids: customers }, context: shop.by }),
    )
  }

  /** Open and unapplied of each account, and its items' counters. */
  const counters = async (name: string): Promise<string[]> => {
    const rows = await ledger.sql<{ line: string }>(
      `select a.owner_id || ' ' || i.key || ' ' || i.allocated as line
         from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
        where a.owner_id like ? order by i.id`,
      [`${name}_%`],
    )
    return rows.map(({ line }) => line)
  }

  const accountOf = async (owner: string): Promise<string> => {
    const [row] = await ledger.sql<{ id: string }>(
      "select id from reconciliation_account where owner_id = ?",
      [owner],
    )
    return row?.id ?? ""
  }

  /** Lowers the first cell that the run has put on an account, or the last that was put there. */
  const edit = async (owner: string, amount: string, which: "asc" | "desc" = "asc"): Promise<void> => {
    const accountId = await accountOf(owner)
    const [cell] = await ledger.sql<{ credit: string; debit: string; version: string }>(
      `select l.credit_item_id as credit, l.debit_item_id as debit, a.version from reconciliation_live_allocation l
         join reconciliation_account a on a.id = l.account_id where a.id = ? order by l.id ${which} limit 1`,
      [accountId],
    )
    await ledger.service.edits.edit({
      accountId,
      expectedVersion: Number(cell?.version),
      cells: [{ creditItemId: cell?.credit ?? "", debitItemId: cell?.debit ?? "", amount }],
      context: shop.by,
    })
  }

  it("brings every counter back, by entries of its own, and is previewed as it then is", async () => {
    const { runs } = ledger.service
    const run = await ran("exact")
    expect(run.counts).toMatchObject({ placed: 6, allocations: 9 })
    const preview = await runs.previewUndo({ runId: run.id, context: shop.by })
    expect(preview).toMatchObject({
      strategy: null,
      in_scope: null,
      left: [],
      next_cursor: null,
      counts: {
        changed: 3,
        placed: 6,
        allocations: 9,
        amounts: [{ before: "0.00", moved: "-450.00", after: "450.00" }],
      },
    })
    const undo = await shop.finished(
      await runs.undo({ runId: run.id, context: shop.by, idempotencyKey: "u" }),
    )
    expect(undo).toMatchObject({ kind: "undo", state: "finished", undoes: run.id, cascade: false })
    expect(undo.counts).toEqual(preview.counts)
    expect(await runs.retrieve(run.id)).toMatchObject({ state: "undone", undone_by: undo.id })
    expect((await counters("exact")).every((line) => line.endsWith(" 0"))).toBe(true)
    expect((await runs.undo({ runId: run.id, context: shop.by, idempotencyKey: "u" })).id).toBe(undo.id)
    expect(
      (await runs.moves(run.id, { limit: 100 })).rows.every((one) => one.amount === one.taken_back),
    ).toBe(true)
    expect((await runs.moves(undo.id, { limit: 100 })).rows).toHaveLength(6)
    await expect(runs.undo({ runId: run.id, context: shop.by })).rejects.toMatchObject({
      code: "run_not_undoable",
    })
    await expect(runs.undo({ runId: undo.id, context: shop.by })).rejects.toMatchObject({
      code: "run_not_undoable",
    })
  })

  it("names the change that it undoes, and what it frees waits for a person", async () => {
    const journal = await ledger.sql<{ kinds: string; undone: string }>(
      `select string_agg(distinct u.kind, ' ') as kinds, count(*) as undone from reconciliation_change c
         join reconciliation_change u on u.undoes_change_id = c.id`,
    )
    expect(journal).toEqual([{ kinds: "undo", undone: "3" }])
    const { runs } = ledger.service
    const scope = { customer_ids: ["exact_1"] }
    const nightly = await runs.preview({
      scope,
      context: { actor: { type: "system", id: null }, cause: "night" },
    })
    expect(nightly).toMatchObject({ counts: { placed: 0 }, left: [{ amount: "150.00", reason: "set_free" }] })
    const byPerson = await runs.preview({ scope, strategy: "oldest_first", context: shop.by })
    expect(byPerson).toMatchObject({ counts: { placed: 2 } })
  })

  describe("of which somebody has edited an amount since", () => {
    it("is refused with the list, and nothing is done", async () => {
      const { runs } = ledger.service
      const run = await ran("refused")
      await edit("refused_2", "20.00")
      const before = await counters("refused")
      await expect(runs.undo({ runId: run.id, context: shop.by })).rejects.toMatchObject({
        code: "run_has_dependants",
        ids: {
          run_id: run.id,
          count: "1",
          listed: `60.00 on account ${await accountOf("refused_2")} (changed)`,
        },
      })
      expect(await counters("refused")).toEqual(before)
      expect(await runs.retrieve(run.id)).toMatchObject({ state: "finished", undone_by: null })
    })

    it("keeps that amount and takes back the others when told to", async () => {
      const { runs } = ledger.service
      const run = await ran("kept")
      await edit("kept_2", "20.00")
      const asked = { runId: run.id, dependants: "keep", context: shop.by } as const
      const preview = await runs.previewUndo(asked)
      const undo = await shop.finished(await runs.undo(asked))
      expect(undo.counts).toEqual(preview.counts)
      expect(undo.counts).toMatchObject({ allocations: 8, left: 1 })
      expect((await runs.left(undo.id, { limit: 10 })).rows).toEqual(preview.left)
      expect(preview.left).toMatchObject([{ owner: { id: "kept_2" }, amount: "60.00", reason: "changed" }])
      expect(await shop.standing("kept_%")).toEqual(["kept_2 deposit 15000 → A 2000 manual"])
    })

    it("takes that back too when told to cascade", async () => {
      const { runs } = ledger.service
      const run = await ran("cascaded")
      await edit("cascaded_2", "20.00")
      const asked = { runId: run.id, dependants: "cascade", context: shop.by } as const
      const preview = await runs.previewUndo(asked)
      const undo = await shop.finished(await runs.undo(asked))
      expect(undo.counts).toEqual(preview.counts)
      expect((await counters("cascaded")).every((line) => line.endsWith(" 0"))).toBe(true)
    })
  })

  describe("tells of what it leaves the order, and what was done since, by whom, and how often", () => {
    /** Of the first amount that an undo would leave. */
    const left = async (runId: string) => {
      const preview = await ledger.service.runs.previewUndo({ runId, dependants: "keep", context: shop.by })
      const cascading = { runId, dependants: "cascade", context: shop.by } as const
      const { later_changes: changes } = await ledger.service.runs.previewUndo(cascading)
      expect(preview.later_changes).toBe(0)
      return { changes, first: preview.left[0], all: preview.left }
    }
    const byAda = { actor: { type: "user", id: "user_ada", name: null }, cause: "test", run_id: null }

    it("where somebody lowered it, and lowered it again", async () => {
      const run = await ran("told")
      await edit("told_2", "20.00")
      await edit("told_2", "5.00", "desc")
      const { first, changes, all } = await left(run.id)
      expect(all).toHaveLength(1)
      expect(first).toMatchObject({
        amount: "60.00",
        order: { id: expect.stringMatching(/^order_told_2_/), display_id: "1" },
        later: {
          ...byAda,
          kind: "edit",
          changes: 2,
          amount: "5.00",
          on: { kind: "charge", display_id: "1" },
        },
      })
      expect(changes).toBe(1)
    })

    it("where somebody took it back, of which nothing is left to be taken back", async () => {
      const run = await ran("gone")
      await edit("gone_3", "0.00")
      const { first, changes } = await left(run.id)
      expect(first).toMatchObject({ reason: "changed", later: { changes: 1, amount: "0.00" } })
      expect(changes).toBe(0)
    })

    it("where what stood there before the run went with it", async () => {
      await shop.customer("mixed", 2, "150.00")
      const accountId = await accountOf("mixed")
      const [place] = await ledger.sql<{ credit: string; debit: string; version: string }>(
        `select c.id as credit, d.id as debit, a.version from reconciliation_account a
           join reconciliation_open_item c on c.account_id = a.id and c.side = 'credit'
           join reconciliation_open_item d on d.account_id = a.id and d.side = 'debit'
          where a.id = ? order by d.id limit 1`,
        [accountId],
      )
      await ledger.service.edits.edit({
        accountId,
        expectedVersion: Number(place?.version),
        cells: [{ creditItemId: place?.credit ?? "", debitItemId: place?.debit ?? "", amount: "10.00" }],
        context: shop.by,
      })
      const { runs } = ledger.service
      const asked = { scope: { customer_ids: ["mixed"] }, context: shop.by }
      const run = await shop.finished(await runs.start(asked))
      await edit("mixed", "0.00")
      const { first } = await left(run.id)
      expect(first).toMatchObject({ reason: "changed", later: { changes: 1, amount: "0.00" } })
    })

    it("where the line became cheaper and its credit pays another order", async () => {
      const [order] = await shop.customer("cheaper", 2, "150.00")
      if (!order) throw new Error("no order was placed")
      const { runs, accounts } = ledger.service
      const asked = { scope: { customer_ids: ["cheaper"] }, context: shop.by }
      const run = await shop.finished(await runs.start(asked))
      order.edit(shop.shop.day(8), 0, 2000n)
      await shop.shop.tell(order)
      await accounts.reconcile(await accountOf("cheaper"), "oldest_first", { context: shop.by })
      const { first, changes } = await left(run.id)
      expect(first).toMatchObject({
        reason: "rests",
        amount: "60.00",
        order: { id: order.id },
        later: { ...byAda, changes: 1, amount: "40.00", on: { kind: "charge", display_id: "1" } },
      })
      expect(first?.dependants).toHaveLength(2)
      expect(changes).toBe(1)
      await shop.finished(await runs.undo({ runId: run.id, dependants: "keep", context: shop.by }))
      const [undo] = (await runs.list({ limit: 1 })).runs
      expect((await runs.left(undo?.id ?? "", { limit: 10 })).rows).toEqual([first])
    })
  })

  it("leaves what somebody has undone by itself, which is no reason to refuse the rest", async () => {
    const { runs, edits, orders } = ledger.service
    const run = await ran("single")
    const [change] = await ledger.sql<{ id: string; order_id: string }>(
      `select c.id, d.order_id from reconciliation_change c join reconciliation_account a on a.id = c.account_id
         join reconciliation_document d on d.account_id = a.id
        where c.run_id = ? and a.owner_id = 'single_1' order by d.id limit 1`,
      [run.id],
    )
    const orderId = change?.order_id ?? ""
    const { version } = (await orders.retrieve(orderId)) ?? { version: 0 }
    await edits.takeBack({
      target: { orderId, changeId: change?.id ?? "" },
      cascade: false,
      expectedVersion: version,
      context: shop.by,
    })
    const undo = await shop.finished(await runs.undo({ runId: run.id, context: shop.by }))
    expect(undo).toMatchObject({ accounts: 2, counts: { changed: 2 } })
    expect((await counters("single")).every((line) => line.endsWith(" 0"))).toBe(true)
  })
})

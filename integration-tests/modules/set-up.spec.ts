import type { SetUpDraft } from "../../src/types/http"
import type { SetUpParts } from "../../src/modules/reconciliation/set-up/set-up"
import { openLedger, type Ledger } from "../setup/ledger"
import { OldShop } from "../setup/old-shop"

const EMPTY: SetUpDraft = {
  start: {},
  opening: { answer: null, rows: [] },
  rules: {},
  history: { answer: null, since: "", until: "" },
}
const ROW: SetUpDraft["opening"]["rows"][number] = {
  id: "row_1",
  customer_id: "cus_1",
  email: "",
  currency_code: "eur",
  amount: "12.50",
  side: "owes",
  due_on: "",
  on: "",
  number: "",
}
const WHOLE: SetUpDraft = {
  start: { goLive: "2025-02-01" },
  opening: { answer: "rows", rows: [ROW] },
  rules: { strategy: "pro_rata" },
  history: { answer: "bring", since: "2025-01-01", until: "" },
}

/** The parts of a set-up, each done once a key as the real ones are; one of them breaks off after it was done, when told to. */
class ToldParts implements SetUpParts {
  readonly done: string[] = []
  breaksAfter: string | null = null
  private readonly answers = new Map<string, unknown>()

  async settings(changes: Readonly<Record<string, unknown>>, { key }: { key: string }): Promise<number> {
    return this.once(key, `settings ${JSON.stringify(changes)}`, Object.keys(changes).length)
  }
  async opening(rows: readonly unknown[], { key }: { key: string }): Promise<number> {
    return this.once(key, `opening ${rows.length}`, rows.length)
  }
  async history({ since }: { since: string }, { key }: { key: string }): Promise<string> {
    return this.once(key, `history ${since}`, "7")
  }

  private once<Answer>(key: string, what: string, answer: Answer): Answer {
    if (!this.answers.has(key)) this.done.push(what)
    this.answers.set(key, answer)
    if (this.breaksAfter !== null && what.startsWith(this.breaksAfter)) {
      this.breaksAfter = null
      throw new Error("the process is gone")
    }
    return answer
  }
}

describe("F61: the set-up, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new OldShop(() => ledger)
  const ada = { actor: { type: "user", id: "user_ada" }, cause: "test" } as const
  const ben = { actor: { type: "user", id: "user_ben" }, cause: "test" } as const
  const setUp = () => ledger.service.setUp
  const save = async (version: number, draft: SetUpDraft, more: object = {}) =>
    setUp().save({ version, step: "rules", draft, context: ada, ...more })

  beforeAll(async () => {
    ledger = await openLedger("set_up")
    await shop.build()
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    await ledger.sql("truncate reconciliation_set_up")
  })

  it("is empty where none was begun", async () => {
    expect(await setUp().read()).toEqual({
      id: null,
      version: 0,
      step: "start",
      draft: EMPTY,
      saved: null,
      done: { settings: null, opening: null, history: null },
      finished: null,
    })
  })

  it("keeps what is answered for whoever goes on, and refuses who has not seen what another saved", async () => {
    const begun = await save(0, EMPTY)
    expect(begun).toMatchObject({ version: 1, step: "rules", saved: { by: { id: "user_ada" } } })
    const second = await save(1, WHOLE, { context: ben, idempotencyKey: "second" })
    expect(second).toMatchObject({ version: 2, draft: WHOLE, saved: { by: { id: "user_ben" } } })
    // The same request again is the same save; another one of that version is not.
    expect((await save(1, WHOLE, { context: ben, idempotencyKey: "second" })).version).toBe(2)
    await expect(save(1, EMPTY)).rejects.toMatchObject({ code: "set_up_changed", ids: { version: "2" } })
    await expect(save(0, EMPTY)).rejects.toMatchObject({ code: "set_up_changed", ids: { version: "2" } })
    expect((await setUp().read()).draft).toEqual(WHOLE)
  })

  it("is begun once by two at the same moment", async () => {
    const both = await Promise.allSettled([save(0, EMPTY), save(0, WHOLE)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  })

  it("forgets a customer whom its draft names, by id or by e-mail, and says that it moved on", async () => {
    const rows = [
      ROW,
      { ...ROW, id: "row_2", customer_id: "cus_2" },
      { ...ROW, id: "row_3", customer_id: "", email: " Ada@example.com" },
    ]
    await save(0, { ...WHOLE, opening: { answer: "rows", rows } })
    const left = async () => (await setUp().read()).draft.opening.rows.map(({ id }) => id)
    await ledger.service.privacy.eraseTexts("cus_1")
    expect(await left()).toEqual(["row_2", "row_3"])
    await ledger.service.privacy.eraseTexts("cus_1", "ada@example.com")
    expect(await left()).toEqual(["row_2"])
    await ledger.service.privacy.eraseTexts("cus_1", "ada@example.com")
    expect((await setUp().read()).version).toBe(3)
    await expect(save(1, WHOLE)).rejects.toMatchObject({ code: "set_up_changed" })
  })

  it("does each part once, and keeps of the balances no more than how many they were", async () => {
    const parts = new ToldParts()
    await save(0, WHOLE)
    const finished = await setUp().finish({ version: 1, context: ben }, parts)
    expect(parts.done).toEqual([
      'settings {"goLive":"2025-02-01","strategy":"pro_rata"}',
      "opening 1",
      "history 2025-01-01",
    ])
    expect(finished).toMatchObject({
      id: null,
      version: 0,
      // The next one begins with what is in force, which is no matter of a draft.
      draft: EMPTY,
      finished: {
        by: { id: "user_ben" },
        done: {
          settings: { version: 1, changed: 2 },
          opening: { recorded: 1 },
          history: { run_id: "7" },
        },
      },
    })
    expect(JSON.stringify(await ledger.sql("select draft from reconciliation_set_up"))).not.toContain("cus_1")
    await expect(setUp().finish({ version: 1, context: ben }, parts)).rejects.toMatchObject({
      code: "set_up_not_begun",
    })
  })

  it.each(["settings", "opening", "history"])(
    "goes on after a crash behind the %s, without doing anything twice",
    async (part) => {
      const parts = new ToldParts()
      parts.breaksAfter = part
      await save(0, WHOLE)
      await expect(setUp().finish({ version: 1, context: ada }, parts)).rejects.toThrow("gone")
      expect((await setUp().read()).finished).toBeNull()
      const { finished } = await setUp().finish({ version: 1, context: ada }, parts)
      expect(finished?.done.history).toEqual({ run_id: "7" })
      expect(parts.done).toHaveLength(3)
    },
  )

  it("sets settings anew that were changed after an attempt, and records no balance again", async () => {
    const parts = new ToldParts()
    parts.breaksAfter = "history"
    await save(0, WHOLE)
    await expect(setUp().finish({ version: 1, context: ada }, parts)).rejects.toThrow("gone")
    await save(1, {
      ...WHOLE,
      rules: { strategy: "line_order" },
      history: { ...WHOLE.history, answer: "skip" },
    })
    await setUp().finish({ version: 2, context: ada }, parts)
    expect(parts.done.slice(3)).toEqual(['settings {"goLive":"2025-02-01","strategy":"line_order"}'])
  })

  it("is done by two who finish it at once as by one", async () => {
    const parts = new ToldParts()
    await save(0, WHOLE)
    const finish = async () => setUp().finish({ version: 1, context: ada }, parts)
    await Promise.allSettled([finish(), finish()])
    expect(parts.done).toHaveLength(3)
    expect((await setUp().read()).finished).not.toBeNull()
  })

  it("asks for an answer to each step that needs one, also where that is none", async () => {
    const parts = new ToldParts()
    await save(0, { ...WHOLE, opening: EMPTY.opening })
    const finish = async (version: number) => setUp().finish({ version, context: ada }, parts)
    await expect(finish(1)).rejects.toMatchObject({ code: "set_up_incomplete", ids: { step: "opening" } })
    await save(1, { ...WHOLE, opening: { answer: "none", rows: [] }, history: EMPTY.history })
    await expect(finish(2)).rejects.toMatchObject({ code: "set_up_incomplete", ids: { step: "history" } })
    await expect(finish(1)).rejects.toMatchObject({ code: "set_up_changed" })
    expect(parts.done).toEqual([])
  })

  it("shows what each rule would have done with the shop's own orders, and writes nothing", async () => {
    const unlike = await setUp().examples(shop.read)
    expect([unlike.checkout, unlike.later, unlike.rest, unlike.refund].map((one) => one.made_up)).toEqual([
      true,
      true,
      true,
      true,
    ])
    const partly = await shop.order("cus_partly", { at: shop.day(2) })
    partly.capture(shop.day(3), 7000n, 0)
    const nearly = await shop.order("cus_nearly", { at: shop.day(4) })
    nearly.capture(shop.day(4), 9960n, 0)
    const refunded = await shop.order("cus_refunded", { at: shop.day(5) })
    refunded.capture(shop.day(5), 10_000n, 0)
    refunded.refund(shop.day(6), { share: 20, payment: 0, credited: true })
    const examples = await setUp().examples(shop.read)
    expect(examples.rest).toMatchObject({ made_up: false, order_id: nearly.id, missing: "0.40" })
    expect(examples.checkout).toMatchObject({
      made_up: false,
      order_id: nearly.id,
      currency_code: "eur",
      amount: "99.60",
      lines: [
        { amount: "60.00", by: { line_order: "60.00", pro_rata: "59.76" } },
        { amount: "40.00", by: { line_order: "39.60", pro_rata: "39.84" } },
      ],
    })
    expect(examples.refund).toMatchObject({
      made_up: false,
      order_id: refunded.id,
      amount: "20.00",
      lines: [
        { by: { newest_first: "0.00", pro_rata: "12.00" } },
        { by: { newest_first: "20.00", pro_rata: "8.00" } },
      ],
    })
    expect(await shop.rows("cus_nearly")).toEqual([])
    expect(await setUp().shop()).toMatchObject({ orders: 3, first_order_on: "2025-01-02" })
  })

  it("shows money on account beside what its customer owes", async () => {
    for (const day of [1, 2]) await shop.tell(await shop.order("cus_later", { at: shop.day(day) }))
    await ledger.service.payments.record({
      customerId: "cus_later",
      currencyCode: "eur",
      digits: 2,
      amount: "130.00",
      method: "transfer",
      reference: "R-1",
      occurredAt: "2025-01-20",
      idempotencyKey: "later",
      confirmed: true,
      context: ada,
    })
    const { later } = await setUp().examples(shop.read)
    expect(later).toMatchObject({
      made_up: false,
      amount: "130.00",
      orders: [
        { open: "100.00", by: { exact_match: "0.00", oldest_first: "100.00" } },
        { open: "100.00", by: { exact_match: "0.00", oldest_first: "30.00" } },
      ],
    })
  })

  it("previews how the orders of a back-fill would stand", async () => {
    await shop.several("cus_states")
    const { runs } = ledger.service
    const asked = { kind: "backfill" as const, scope: { customer_ids: ["cus_states"] }, context: ada }
    const { orders, counts } = await runs.preview(asked, undefined, shop.read)
    expect(counts.done).toBe(5)
    expect(orders).toEqual({ full: 1, partial: 3, none: 1, contradicting: 0 })
    expect((await runs.preview({ scope: {}, context: ada })).orders).toBeNull()
  })
})

import { HostTimeline } from "../../test/support/host-timeline"
import { fingerprintOf } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ownerShop } from "../setup/owner-shop"
import { readTimeline, timelineDay } from "../setup/transfer-shop"

describe("F67: an owner who is a member of another one", () => {
  let ledger: Ledger
  const {
    shop,
    customer,
    company,
    joining,
    join,
    leave,
    accountOf,
    totals,
    placed,
    capture,
    ownerOf,
    sound,
  } = ownerShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("owners")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("a guest who turned customer: what is settled stays, what is open and the deposit go along", async () => {
    const order = await placed("guest_1")
    await capture(order, 6000n)
    const deposit = await shop.record("guest_1", "25.00")
    const before = await fingerprintOf(ledger)
    const preview = await ledger.service.owners.previewJoin(joining("guest_1", customer("ada")))
    expect(await fingerprintOf(ledger)).toBe(before)
    expect(await totals("guest_1")).toBe("owed 100.00, paid 85.00, open 40.00, left 25.00")

    const view = await join("guest_1", customer("ada"))
    expect(view).toMatchObject({
      membership: { member: { id: "guest_1" }, of: { id: "ada" }, ended_at: null },
      brought: [
        {
          currency_code: "eur",
          order_count: 1,
          orders: [{ id: order.id, open: "40.00", unallocated: "0.00" }],
          open: "40.00",
          money: "25.00",
          debts: "0.00",
        },
      ],
    })
    const to_account_id: unknown = expect.any(String)
    expect(preview.brought).toEqual(view.brought.map((part) => ({ ...part, to_account_id })))
    expect(await totals("guest_1")).toBe("owed 60.00, paid 60.00, open 0.00, left 0.00")
    expect(await totals("ada")).toBe("owed 40.00, paid 25.00, open 40.00, left 25.00")
    // The host still shows it as the guest's: reading it again posts nothing.
    const posted = async (): Promise<unknown> => ledger.sql("select count(*) from reconciliation_change")
    const read = await posted()
    await shop.tell(order)
    expect(await posted()).toEqual(read)
    expect(await ownerOf(order.id)).toBe("ada for guest_1")
    await ledger.service.accounts.reconcile(await accountOf("ada"), "oldest_first", { context: shop.context })
    expect(await totals("ada")).toBe("owed 40.00, paid 25.00, open 15.00, left 0.00")
    expect(deposit.account_id).toBe(await accountOf("guest_1"))
    await sound("guest_1", "ada")
  })

  it("two customers that are merged, both with something open, owe it on one account", async () => {
    const [one, other] = [await placed("bea"), await placed("cyd")]
    await capture(one, 3200n)
    await join("bea", customer("cyd"))
    expect(await totals("bea")).toBe("owed 32.00, paid 32.00, open 0.00, left 0.00")
    expect(await totals("cyd")).toBe("owed 168.00, paid 0.00, open 168.00, left 0.00")
    const paid = await ledger.service.payments.record({
      customerId: "bea",
      currencyCode: "eur",
      digits: 2,
      amount: "168.00",
      method: "cheque",
      reference: "1188",
      occurredAt: "2026-01-05",
      orders: [one.id, other.id].map((orderId) => ({ orderId, amount: null, lines: null, difference: null })),
      idempotencyKey: "cheque 1188",
      context: shop.context,
    })
    expect(paid.payment).toMatchObject({ account_id: await accountOf("cyd"), open: "0.00" })
    expect(await shop.stateOf(one)).toMatch(/^full/)
    expect(await shop.stateOf(other)).toMatch(/^full/)
    await sound("bea", "cyd")
  })

  it("a company's account holds what its customers buy, and one cheque of one of them pays orders of both", async () => {
    const [one, other] = [await placed("dee"), await placed("eve")]
    const first = await join("dee", company("acme"))
    expect(first.membership.of).toMatchObject({ type: "company", id: "acme", name: "acme Ltd" })
    await join("eve", company("acme"))
    const accountId = await accountOf("acme", "company")
    expect(await shop.totals(accountId)).toBe("owed 200.00, paid 0.00, open 200.00, left 0.00")
    const late = await placed("dee")
    expect(await ownerOf(late.id)).toBe("acme for dee")
    const cheque = await shop.record("eve", "300.00", {
      orders: [one, other, late].map(({ id }) => ({
        orderId: id,
        amount: null,
        lines: null,
        difference: null,
      })),
    })
    expect(cheque).toMatchObject({ account_id: accountId, customer_id: null, open: "0.00" })
    for (const order of [one, other, late]) expect(await shop.stateOf(order)).toMatch(/^full/)
    const account = await ledger.service.accounts.retrieve(accountId)
    expect(account.members.map(({ member }) => member.id)).toEqual(["dee", "eve"])
    const own = await ledger.service.accounts.retrieve(await accountOf("dee"))
    expect(own.member_of).toMatchObject({ of: { id: "acme", account_id: accountId } })
    await sound("dee", "eve", "acme")
  })

  it("who leaves takes along what their orders have open, and what is left of what they brought", async () => {
    const [one, other] = [await placed("fay"), await placed("gus")]
    const deposit = await shop.record("fay", "25.00")
    const { membership } = await join("fay", company("beta"))
    await join("gus", company("beta"))
    const late = await placed("fay")
    await capture(one, 6000n)
    const meant = await shop.record("fay", "7.00")
    const preview = await ledger.service.owners.previewEnd({ id: membership.id, context: shop.context })
    const view = await leave(membership.id)
    expect(preview.brought).toEqual(view.brought)
    expect(view).toMatchObject({
      membership: { id: membership.id },
      brought: [{ order_count: 2, open: "140.00", money: "25.00" }],
    })
    expect(view.membership.ended_at).not.toBeNull()
    expect(await totals("fay")).toBe("owed 140.00, paid 25.00, open 140.00, left 25.00")
    expect(await totals("beta", "company")).toBe("owed 160.00, paid 67.00, open 100.00, left 7.00")
    expect([await ownerOf(one.id), await ownerOf(late.id), await ownerOf(other.id)]).toEqual([
      "fay",
      "fay",
      "beta for gus",
    ])
    expect(meant.account_id).toBe(await accountOf("beta", "company"))
    await expect(leave(membership.id)).rejects.toMatchObject({ code: "membership_ended" })
    // The money is the same, wherever it went: what the bank takes back of it is taken back here.
    const { reversal } = await shop.reverse(deposit.id)
    expect(reversal).toMatchObject({ amount: "25.00" })
    await capture(one, 4000n, 1)
    expect(await shop.stateOf(one)).toMatch(/^full/)
    await sound("fay", "gus", "beta")
    // And may join again.
    await join("fay", company("beta"))
    expect(await totals("beta", "company")).toMatch(/open 200.00/)
    await sound("fay", "gus", "beta")
  })

  it("a member's accounts are those of whom they are a member of too, and each is found by the codes that it gave", async () => {
    const order = await placed("pam")
    await capture(order, 6000n)
    await join("pam", company("kappa"))
    const pages = ledger.service.accounts
    const { accounts } = await pages.page({ customerId: "pam", limit: 10 })
    expect(accounts.map(({ owner_type: type, owner_id: id }) => `${type} ${id}`)).toEqual([
      "customer pam",
      "company kappa",
    ])
    const own = await pages.retrieve(await accountOf("pam"))
    expect(own.other_accounts).toEqual([])
    const among = { customerIds: [], companyIds: [], orderIds: [], code: "A" }
    const found = await pages.page({ among, limit: 100 })
    expect(found.accounts.map(({ owner_id: id }) => id)).toContain("pam")
    const none = await pages.page({ among: { ...among, code: "zz" }, limit: 100 })
    expect(none.accounts).toEqual([])
  })

  it("who leaves takes nothing along that was moved to somebody else before", async () => {
    const deposit = await shop.record("moe", "30.00")
    await ledger.service.money.move({
      paymentId: deposit.id,
      to: { type: "customer", id: "nan" },
      amount: "20.00",
      release: false,
      cascade: false,
      context: shop.context,
    })
    const { membership } = await join("moe", customer("ora"))
    expect(await totals("ora")).toMatch(/left 10.00$/)
    expect(await leave(membership.id)).toMatchObject({ brought: [{ money: "10.00" }] })
    expect(await totals("nan")).toMatch(/left 20.00$/)
    await sound("moe", "nan", "ora")
  })

  it("a member of a member has their orders at the end of the chain, and goes where the middle goes", async () => {
    const order = await placed("guest_2")
    const deposit = await shop.record("guest_2", "10.00")
    await join("guest_2", customer("hal"))
    const { membership } = await join("hal", company("gamma"))
    expect(await ownerOf(order.id)).toBe("gamma for guest_2")
    expect(await totals("gamma", "company")).toBe("owed 100.00, paid 10.00, open 100.00, left 10.00")
    await expect(join("gamma_owner", customer("guest_2"))).resolves.toBeDefined()
    await leave(membership.id)
    expect(await ownerOf(order.id)).toBe("hal for guest_2")
    expect(await totals("hal")).toBe("owed 100.00, paid 10.00, open 100.00, left 10.00")
    expect(await totals("gamma", "company")).toBe("owed 0.00, paid 0.00, open 0.00, left 0.00")
    expect(deposit.id).toBeDefined()
    await sound("guest_2", "hal", "gamma")
  })

  it("refuses a second joining, a circle, who cannot be joined, and a company without a name", async () => {
    await placed("ida")
    const joined = await join("ida", customer("joy"))
    const refused = async (act: () => Promise<unknown>): Promise<string> => (await shop.refusal(act)).code
    expect(await refused(() => join("ida", customer("kit")))).toBe("already_member")
    expect(await refused(() => join("joy", customer("ida")))).toBe("membership_circle")
    expect(await refused(() => join("joy", customer("joy")))).toBe("membership_circle")
    expect(await refused(() => join("joy", { type: "suspense", id: "suspense" }))).toBe("not_joinable")
    expect(await refused(() => join("joy", { type: "order", id: "order_1" }))).toBe("not_joinable")
    expect(await refused(() => join("joy", { accountId: "999999" }))).toBe("account_not_found")
    const unnamed = joining("joy", company("nameless"), { companyName: null })
    expect(await refused(() => ledger.service.owners.join(unnamed))).toBe("company_unnamed")
    expect(await refused(() => leave("999999"))).toBe("membership_not_found")
    expect(joined.membership.of.account_id).not.toBeNull()
  })

  it("follows the host that gives a member's order to somebody else, to another member, or to a member", async () => {
    const timeline = new HostTimeline({ orderId: "order_given", customerId: "sue" })
    const read = async () => readTimeline(ledger, timeline, shop.context)
    timeline.place({ A: "100" })
    await read()
    await join("sue", company("delta"))
    await join("tom", company("delta"))
    expect(await ownerOf("order_given")).toBe("delta for sue")
    timeline.giveTo(timelineDay(3), "tom")
    await read()
    expect(await ownerOf("order_given")).toBe("delta for tom")
    timeline.giveTo(timelineDay(4), "uma")
    await read()
    expect(await ownerOf("order_given")).toBe("uma")
    expect(await totals("delta", "company")).toBe("owed 0.00, paid 0.00, open 0.00, left 0.00")
    timeline.giveTo(timelineDay(5), "sue")
    await read()
    expect(await ownerOf("order_given")).toBe("delta for sue")
    expect(await totals("delta", "company")).toBe("owed 100.00, paid 0.00, open 100.00, left 0.00")
    await sound("sue", "tom", "uma", "delta")
  })

  it("an order that is wholly paid follows without a posting, and what is returned of it is the other account's", async () => {
    const order = await placed("vic")
    await capture(order, 10000n)
    await ledger.service.owners.join(joining("vic", customer("wim")))
    expect(await ownerOf(order.id)).toBe("vic")
    expect(await ledger.service.owners.follow()).toBeGreaterThan(0)
    expect(await ownerOf(order.id)).toBe("wim for vic")
    expect(await totals("vic")).toBe("owed 100.00, paid 100.00, open 0.00, left 0.00")
    expect(await ledger.service.owners.follow()).toBe(0)
    await sound("vic", "wim")
  })

  it("carries on what comes free later on a member's own account", async () => {
    const payment = await shop.record("xia", "30.00")
    const moved = await shop.move(payment.id, "zoe")
    await join("xia", customer("yan"))
    await ledger.service.money.undoMove(shop.undo(moved.id))
    expect(await totals("xia")).toBe("owed 0.00, paid 30.00, open 0.00, left 30.00")
    expect(await ledger.service.owners.follow()).toBe(1)
    expect(await totals("yan")).toBe("owed 0.00, paid 30.00, open 0.00, left 30.00")
    expect(await shop.move(moved.payment.id, "zoe").catch((error: unknown) => error)).toMatchObject({
      code: "move_too_large",
    })
    await sound("xia", "yan", "zoe")
  })

  it("takes along what is owed without an order: money that was paid back, and that the bank took back then", async () => {
    const deposit = await shop.record("uri", "25.00")
    await ledger.service.money.payBack(shop.payBack(deposit.id))
    await shop.reverse(deposit.id)
    expect(await totals("uri")).toBe("owed 0.00, paid -25.00, open 25.00, left 0.00")
    const view = await join("uri", customer("val"))
    expect(view.brought).toMatchObject([{ order_count: 0, debts: "25.00", money: "0.00" }])
    expect(await totals("uri")).toBe("owed 0.00, paid 0.00, open 0.00, left 0.00")
    expect(await totals("val")).toBe("owed 0.00, paid -25.00, open 25.00, left 0.00")
    await leave(view.membership.id)
    expect(await totals("uri")).toBe("owed 0.00, paid -25.00, open 25.00, left 0.00")
    await sound("uri", "val")
  })

  it("refuses a tick on another account's order with that account and the ways out", async () => {
    const order = await placed("zed")
    const refused = await shop.refusal(() =>
      shop.record("abe", "5.00", {
        orders: [{ orderId: order.id, amount: null, lines: null, difference: null }],
      }),
    )
    expect(refused).toMatchObject({
      code: "order_of_another_account",
      ids: { order_account_id: await accountOf("zed") },
    })
    expect(refused.remedy).toContain("accounts/{id}/join")
  })

  it("is never rewritten: a membership is ended once, and its reasons may be erased", async () => {
    const { membership } = await join("ben", customer("cal"))
    const change = async (set: string): Promise<unknown> =>
      ledger.sql(`update reconciliation_membership set ${set} where id = ${membership.id}`)
    for (const set of ["of_id = 'other'", "since = now()", "member_id = 'x'"])
      await expect(change(set)).rejects.toThrow("may be ended, and not changed")
    await expect(ledger.sql("delete from reconciliation_membership")).rejects.toThrow("reconciliation")
    await leave(membership.id)
    await expect(change("ended_at = now()")).rejects.toThrow("may be ended, and not changed")
    await ledger.service.owners.join(
      joining("ben", customer("cal"), { context: { ...shop.context, reason: "Same person as Cal" } }),
    )
    await ledger.service.privacy.eraseTexts("ben")
    const rows = await ledger.sql("select 1 from reconciliation_membership where reason like '%Cal%'")
    expect(rows).toEqual([])
  })
})

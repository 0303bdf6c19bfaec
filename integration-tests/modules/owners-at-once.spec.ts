import { lockAccountById } from "../../src/modules/reconciliation/ledger/documents"
import { join as joinIn } from "../../src/modules/reconciliation/owners/join"
import { openLedger, type Ledger } from "../setup/ledger"
import { ownerShop } from "../setup/owner-shop"

describe("F67: owners who join while others write", () => {
  let ledger: Ledger
  const { shop, customer, company, joining, accountOf, totals, placed, ownerOf, waiting, sound } = ownerShop(
    () => ledger,
  )

  beforeAll(async () => {
    ledger = await openLedger("owners_at_once")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("two clerks at the same instant do it once, and so do five who send the same key", async () => {
    const orders = [await placed("lea"), await placed("lea"), await placed("lea")]
    const tried = await Promise.allSettled(
      ["max", "nia", "oz"].map(async (to) => ledger.service.owners.join(joining("lea", customer(to)))),
    )
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const owners = new Set(await Promise.all(orders.map(async ({ id }) => ownerOf(id))))
    expect(owners.size).toBe(1)
    const same = joining("pat", customer("max"), { idempotencyKey: "pat joins" })
    const answers = await Promise.all(Array.from({ length: 5 }, async () => ledger.service.owners.join(same)))
    expect(new Set(answers.map(({ view }) => view.membership.id)).size).toBe(1)
    await sound("lea", "max", "nia", "oz")
  })

  it("an order that is read, and money that is recorded, while its customer joins lands on the one account", async () => {
    for (let round = 0; round < 6; round += 1) {
      const [who, to] = [`quin_${round}`, `rex_${round}`]
      if (round % 2 === 0) await placed(who)
      const orders = Array.from({ length: 4 }, () => shop.order(who))
      await Promise.all([
        ...orders.map(async (order) => shop.tell(order)),
        ledger.service.owners.join(joining(who, company(to))),
        shop.record(who, "5.00"),
        shop.record(who, "6.00"),
      ])
      await ledger.service.owners.follow()
      expect(new Set(await Promise.all(orders.map(async ({ id }) => ownerOf(id))))).toEqual(
        new Set([`${to} for ${who}`]),
      )
      const owed = round % 2 === 0 ? "500.00" : "400.00"
      expect(await totals(to, "company")).toBe(`owed ${owed}, paid 11.00, open ${owed}, left 11.00`)
      await sound(who, to)
    }
  })

  it.each([
    ["whose account is open", true],
    ["who has no account yet", false],
  ])("money of a customer %s, recorded while they join, is the other account's", async (name, isOpen) => {
    const [who, to] = [`ann ${name}`, `bob ${name}`]
    const [own] = isOpen ? [await shop.record(who, "1.00")] : []
    const recording = await ledger.database.transaction(async (session) => {
      if (own) await lockAccountById(session, BigInt(own.account_id))
      await joinIn(session, joining(who, customer(to)))
      const recorded = shop.record(who, "5.00")
      await waiting()
      return { recorded }
    })
    const recorded = await recording.recorded
    expect(recorded.account_id).toBe(await accountOf(to))
    await sound(who, to)
  })
})

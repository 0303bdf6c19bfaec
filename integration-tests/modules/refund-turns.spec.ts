import { statementsOf } from "../../test/support/migrations"
import { openLedger, type Ledger } from "../setup/ledger"

const later = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

describe("F17: whose turn it is to refund an order", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("refund_turns")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const heldBy = async (orderId: string, seconds: number): Promise<void> => {
    await ledger.sql(
      "insert into reconciliation_refund_turn values (?, 'another', clock_timestamp() + ? * interval '1 second')",
      [orderId, seconds],
    )
  }

  it("is one's at a time, whichever process asks, and everybody's in the end", async () => {
    const services = [ledger.service, ledger.serviceWith({})]
    let [inside, most] = [0, 0]
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      await later(20)
      inside -= 1
    }
    const turns = Array.from({ length: 10 }, async (_, index) =>
      services[index % 2]?.refunds.inTurn("order_1", work),
    )
    await Promise.all(turns)
    expect(most).toBe(1)
    expect(await ledger.sql("select * from reconciliation_refund_turn")).toEqual([])
  })

  it("is nobody's concern of another order", async () => {
    await heldBy("order_2", 60)
    expect(await ledger.service.refunds.inTurn("order_3", async () => "at once")).toBe("at once")
  })

  it("is taken over from one who died, once it has run out", async () => {
    await heldBy("order_4", 0.5)
    const begun = performance.now()
    expect(await ledger.service.refunds.inTurn("order_4", async () => "mine")).toBe("mine")
    expect(performance.now() - begun).toBeGreaterThan(300)
  })

  it("is left when the work fails", async () => {
    const failing = ledger.service.refunds.inTurn("order_5", async () => Promise.reject(new Error("no")))
    await expect(failing).rejects.toThrow("no")
    expect(await ledger.service.refunds.inTurn("order_5", async () => "next")).toBe("next")
  })

  it("is found lost by one who held it too long, before the host is asked", async () => {
    const working = ledger.service.refunds.inTurn("order_6", async (turn) => {
      await turn.hold()
      await ledger.sql("update reconciliation_refund_turn set holder = 'another' where order_id = 'order_6'")
      await turn.hold()
    })
    await expect(working).rejects.toMatchObject({ code: "refund_turn_lost" })
    // It is another's now, and is not ended with the work of the one who lost it.
    expect(
      await ledger.sql("select holder from reconciliation_refund_turn where order_id = 'order_6'"),
    ).toEqual([{ holder: "another" }])
  })

  it("comes to a ledger that has choices already, whose refunds carry nothing, and can go again", async () => {
    const run = async (direction: "up" | "down"): Promise<void> => {
      for (const statement of await statementsOf("Migration20261127061000Reconciliation", direction))
        await ledger.together(statement)
    }
    await run("down")
    await ledger.sql(
      `insert into reconciliation_refund_choice (order_id, payment_id, amount, lines, actor_type)
       values ('order_7', 'pay_7', 500, '[{"line":"line:A","amount":"500"}]', 'user')`,
    )
    await run("up")
    await run("up")
    expect(await ledger.service.refunds.list(["order_7"])).toMatchObject([
      { mark: null, state: null, refundId: null, lines: [{ lineKey: "line:A", amount: 500n }] },
    ])
  })
})

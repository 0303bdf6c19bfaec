import type { AccountTransactionView } from "../../src/types/http"
import { openLedger, type Ledger } from "../setup/ledger"
import { MoneyShop } from "../setup/money-shop"

describe("F32, F78: money that was moved, paid back or taken back, among an account's transactions", () => {
  let ledger: Ledger
  const shop = new MoneyShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("transactions_of_moves")
  })
  afterAll(async () => {
    await ledger.close()
  })

  const read = async (accountId: string): Promise<AccountTransactionView[]> => {
    const wanted = { show: "all", order: "newest", limit: 50, cursor: undefined } as const
    return (await ledger.service.accounts.transactions(accountId, wanted)).transactions
  }
  const said = ({ kind, charges, payments, open }: AccountTransactionView): string =>
    `${kind} ${charges} ${payments}, ${open} open`

  it("stands on both accounts, and is undone from both, once", async () => {
    const payment = await shop.record("ada", "100.00")
    const { id, moved } = await shop.move(payment.id, "bob")
    const [out, money] = await read(payment.account_id)
    expect([out, money].map((one) => one && said(one))).toEqual([
      "transfer 100.00 0.00, 0.00 open",
      "deposit 0.00 100.00, 0.00 open",
    ])
    expect([out?.undo, money?.undo]).toEqual([{ act: "move", move_id: id }, null])
    const [came] = await read(moved.account_id)
    const other = (one: AccountTransactionView | undefined): unknown => one?.other_account
    expect([out, money, came].map(other)).toEqual([
      { type: "customer", id: "bob", name: null, account_id: moved.account_id },
      null,
      { type: "customer", id: "ada", name: null, account_id: payment.account_id },
    ])
    expect(came).toMatchObject({ kind: "deposit", open: "100.00", undo: { act: "move", move_id: id } })

    await ledger.service.money.undoMove(shop.undo(id))
    const all = [...(await read(payment.account_id)), ...(await read(moved.account_id))]
    expect(all.map(said).toSorted()).toEqual([
      "deposit 0.00 100.00, 0.00 open",
      "deposit 0.00 100.00, 100.00 open",
      "transfer 0.00 100.00, 0.00 open",
      "transfer 100.00 0.00, 0.00 open",
      "transfer 100.00 0.00, 0.00 open",
    ])
    expect(all.filter(({ undo }) => undo !== null)).toEqual([])
    expect(all.map((one) => one.other_account?.id ?? "").toSorted()).toEqual(["", "ada", "ada", "bob", "bob"])
  })

  it("names what was paid back, until that is undone", async () => {
    const payment = await shop.record("fay", "40.00")
    const { view } = await ledger.service.money.payBack(shop.payBack(payment.id, { amount: "15.00" }))
    const [out] = await read(payment.account_id)
    expect(out).toMatchObject({
      kind: "refund",
      order: null,
      undo: { act: "pay_back", pay_back_id: view.id },
    })
    await ledger.service.money.undoPayBack({ id: view.id ?? "", context: shop.context })
    const rows = await read(payment.account_id)
    expect(rows.map(said)).toContain("void 0.00 15.00, 0.00 open")
    expect(rows.filter(({ undo }) => undo !== null)).toEqual([])
  })

  it("names a reversal by its payment and its number, until that is undone", async () => {
    const { payment } = await shop.paidByDeposit("gus")
    await shop.reverse(payment.id)
    const [taken] = await read(payment.account_id)
    expect(taken).toMatchObject({
      kind: "reversal",
      undo: { act: "reversal", payment_id: payment.id, number: 1 },
    })
    await ledger.service.reversals.undo({ paymentId: payment.id, number: 1, context: shop.context })
    const rows = await read(payment.account_id)
    expect(rows.filter(({ kind }) => kind === "reversal")).toHaveLength(2)
    expect(rows.filter(({ undo }) => undo !== null)).toEqual([])
  })
})

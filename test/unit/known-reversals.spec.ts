import type { PaymentsByKey } from "../../src/modules/reconciliation/domain/posting/document-state"
import { acknowledgeReversals } from "../../src/modules/reconciliation/domain/posting/known-reversals"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { WorkingLedger } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { charge, credit, debit } from "../support/items"
import { stateOf, whenOf } from "../support/states"

const PLACED = { placedAt: "2026-01-01T09:00:00.000Z", placedOn: "2026-01-01" }
const when = (day: number): Pick<OpenItem, "occurredAt" | "occurredOn"> => {
  const { at: occurredAt, on: occurredOn } = whenOf(day)
  return { occurredAt, occurredOn }
}

/** Payment n is item n and the host's capture n; all of one payment of the host unless a test says otherwise. */
const paid = (id: bigint, amount: bigint, day: number, more: Partial<OpenItem> = {}): OpenItem =>
  credit({ id, kind: "payment", key: `cap:${id}`, amount, allocated: amount, ...when(day), ...more })
const refunded = (id: bigint, amount: bigint, day: number): OpenItem =>
  debit({ id, kind: "refund", key: `ref:${id}`, amount, ...when(day) })
const reversed = (id: bigint, money: bigint, amount: bigint, day: number): OpenItem =>
  debit({
    id,
    kind: "reversal",
    key: `rev:${money}.${id}`,
    lineKey: "line:A",
    amount,
    method: null,
    reversalKind: "chargeback",
    ...when(day),
  })
/** What the host took back of a capture: all of it when it deletes it. */
const deleted = (id: bigint, money: bigint, amount: bigint, day: number): OpenItem =>
  debit({ id, kind: "void", key: `cap:${money}`, sequence: 2, amount, ...when(day) })
const counter = (id: bigint, money: bigint, amount: bigint, day: number): OpenItem =>
  credit({ id, kind: "reversal", key: `rev:${money}.void`, amount, ...when(day) })

interface Given {
  readonly payments?: PaymentsByKey
  readonly foreign?: readonly OpenItem[]
  /** The day of the state that the ledger scenarios. */
  readonly day?: number
}

const ofOnePayment = (...keys: string[]): PaymentsByKey =>
  new Map(keys.map((key) => [key, { paymentId: "pay_1", collectionId: "paycol_1" }]))

function acknowledged(items: OpenItem[], { payments, foreign, day = 20 }: Given = {}): OpenItem[] {
  const ledger = new WorkingLedger({ documentId: 1n, ...PLACED, items })
  const own = items.filter(({ key }) => /^(?:cap|ref):/.test(key)).map(({ key }) => key)
  acknowledgeReversals(ledger, stateOf(day, [], { lines: null }), {
    payments: payments ?? ofOnePayment(...own),
    ...(foreign && { foreignReversals: foreign }),
  })
  return ledger.posted.map(({ item }) => item)
}

const shortly = (items: readonly OpenItem[]): string[] =>
  items.map(
    ({ side, key, sequence, amount, occurredOn }) =>
      `${side} ${key}#${sequence} ${amount} on ${occurredOn.slice(8)}`,
  )
const counted = (items: OpenItem[], given: Given = {}): string[] => shortly(acknowledged(items, given))

const first = paid(1n, 100n, 2)
const second = paid(2n, 100n, 3)
const third = paid(3n, 100n, 4)

describe("F66: a reversed payment that the host deletes", () => {
  it("is owed again, when the host shows it again, on no day before the credit came", () => {
    const items = [first, reversed(5n, 1n, 100n, 3), counter(6n, 1n, 100n, 9)]
    expect(counted(items, { day: 5 })).toEqual(["debit rev:1.void#2 100 on 09"])
  })

  it("tells nothing more once the host no longer has the order", () => {
    const ledger = new WorkingLedger({
      documentId: 1n,
      ...PLACED,
      items: [first, reversed(5n, 1n, 100n, 3), counter(6n, 1n, 100n, 9)],
    })
    acknowledgeReversals(ledger, stateOf(20, [], { lines: null }), { payments: null })
    expect(ledger.posted).toEqual([])
  })

  it("was taken back once, by a credit that tells what it stands for", () => {
    const money = paid(1n, 100n, 2, { reference: "ch_1" })
    const [item, ...others] = acknowledged([money, reversed(5n, 1n, 100n, 6), deleted(6n, 1n, 100n, 7)])
    expect(others).toEqual([])
    expect(item).toMatchObject({
      documentId: 1n,
      side: "credit",
      kind: "reversal",
      key: "rev:1.void",
      sequence: 1,
      lineKey: null,
      position: 0,
      title: "Reversal recorded by the store",
      reference: "ch_1",
      method: null,
      reversalKind: "chargeback",
      ...when(20),
      dueOn: null,
      amount: 100n,
      taxes: [],
    })
  })

  it("is not dated before the reversal, should the bank have dated that later", () => {
    const items = [first, reversed(5n, 1n, 100n, 25), deleted(6n, 1n, 100n, 7)]
    expect(counted(items)).toEqual(["credit rev:1.void#1 100 on 25"])
  })

  it("counts no more than the reversal took of it", () => {
    expect(counted([first, reversed(5n, 1n, 40n, 6), deleted(6n, 1n, 100n, 7)])).toEqual([
      "credit rev:1.void#1 40 on 20",
    ])
  })

  it("counts no more than the host took back of it, over all its reversals", () => {
    const lowered = [first, reversed(5n, 1n, 50n, 6), reversed(6n, 1n, 50n, 7), deleted(7n, 1n, 60n, 8)]
    expect(counted(lowered)).toEqual(["credit rev:1.void#1 60 on 20"])
  })

  it("counts nothing while the host still has it all, or has come to have more of it", () => {
    expect(counted([first, reversed(5n, 1n, 100n, 6)])).toEqual([])
    const more = credit({ id: 6n, kind: "payment", key: "cap:1", sequence: 2, amount: 30n, ...when(5) })
    const items = [first, more, reversed(7n, 1n, 100n, 6)]
    expect(counted(items)).toEqual([])
    expect(counted([...items, refunded(8n, 30n, 7)])).toEqual([])
  })

  it("counts what was taken back for good already no more", () => {
    const items = [first, reversed(5n, 1n, 100n, 6), deleted(6n, 1n, 100n, 7), counter(7n, 1n, 100n, 8)]
    expect(counted(items)).toEqual([])
  })

  it("counts a second time what was lowered further", () => {
    const items = [first, reversed(5n, 1n, 100n, 6), deleted(6n, 1n, 100n, 7), counter(7n, 1n, 60n, 8)]
    expect(counted(items)).toEqual(["credit rev:1.void#2 40 on 20"])
  })

  it("owes again what the host shows again", () => {
    const items = [first, reversed(5n, 1n, 100n, 6), counter(7n, 1n, 100n, 8)]
    expect(counted(items)).toEqual(["debit rev:1.void#2 100 on 20"])
  })

  it("is known by itself, where nobody tells which payment of the host it is of", () => {
    const items = [
      first,
      second,
      reversed(5n, 1n, 100n, 6),
      reversed(6n, 2n, 100n, 6),
      deleted(7n, 1n, 100n, 7),
      refunded(8n, 100n, 7),
    ]
    const ledger = new WorkingLedger({ documentId: 1n, ...PLACED, items })
    acknowledgeReversals(ledger, stateOf(8, [], { lines: null }), {})
    expect(shortly(ledger.posted.map(({ item }) => item))).toEqual(["credit rev:1.void#1 100 on 08"])
  })

  it("was taken back from another order that it had paid, too", () => {
    const foreign = [{ ...reversed(50n, 1n, 30n, 6), documentId: 2n }]
    expect(counted([first, deleted(6n, 1n, 100n, 7)], { foreign })).toEqual(["credit rev:1.void#1 30 on 20"])
  })

  it("may have gone on with its order to another customer: it is the host's one payment", () => {
    const items = [
      first,
      debit({ id: 5n, kind: "transfer", key: "move:out:cap:1#1", amount: 40n, allocated: 40n, ...when(5) }),
      paid(6n, 40n, 5, { key: "move:in:cap:1#1" }),
      reversed(7n, 6n, 40n, 6),
      reversed(8n, 1n, 60n, 6),
      deleted(9n, 1n, 100n, 7),
    ]
    expect(counted(items)).toEqual(["credit rev:1.void#1 100 on 20"])
    expect(counted([...items, counter(10n, 1n, 100n, 20)])).toEqual([])
  })
})

describe("F66: a reversed payment that the host refunds", () => {
  it("was taken back once, as far as the refund is of money that the payment no longer holds", () => {
    const items = [first, reversed(5n, 1n, 40n, 6)]
    expect(counted([...items, refunded(6n, 60n, 7)])).toEqual([])
    expect(counted([...items, refunded(6n, 61n, 7)])).toEqual(["credit rev:1.void#1 1 on 20"])
    expect(counted([...items, refunded(6n, 100n, 7)])).toEqual(["credit rev:1.void#1 40 on 20"])
  })

  it("holds less after each refund", () => {
    const items = [first, reversed(5n, 1n, 40n, 6), refunded(6n, 60n, 7), refunded(7n, 40n, 8)]
    expect(counted(items)).toEqual(["credit rev:1.void#1 40 on 20"])
  })

  it("was paid out for good by a refund that is older than the reversal", () => {
    const items = [first, refunded(5n, 60n, 5), reversed(6n, 1n, 100n, 6)]
    expect(counted(items)).toEqual([])
    expect(counted([...items, refunded(7n, 40n, 7)])).toEqual(["credit rev:1.void#1 40 on 20"])
  })

  it("is of its own payment alone", () => {
    const payments: PaymentsByKey = new Map([
      ["cap:1", { paymentId: "pay_1", collectionId: "paycol_1" }],
      ["ref:7", { paymentId: "pay_1", collectionId: "paycol_1" }],
      ["cap:2", { paymentId: "pay_2", collectionId: "paycol_1" }],
    ])
    const items = [first, second, reversed(5n, 1n, 100n, 6), reversed(6n, 2n, 100n, 6), refunded(7n, 100n, 7)]
    expect(counted(items, { payments })).toEqual(["credit rev:1.void#1 100 on 20"])
  })

  it("is owed again when the host takes the refund back", () => {
    const items = [first, reversed(5n, 1n, 100n, 6), refunded(6n, 100n, 7), counter(7n, 1n, 100n, 7)]
    expect(counted(items)).toEqual([])
    const taken = credit({ id: 8n, kind: "void", key: "ref:6", sequence: 2, amount: 100n, ...when(8) })
    expect(counted([...items, taken])).toEqual(["debit rev:1.void#2 100 on 20"])
  })
})

describe("F66: a payment that was captured in parts", () => {
  it("was taken back of the part reversed last first, and no more of it than that", () => {
    const items = [first, second, reversed(5n, 1n, 100n, 6), reversed(6n, 2n, 100n, 7)]
    expect(counted([...items, refunded(7n, 70n, 8)])).toEqual(["credit rev:2.void#1 70 on 20"])
    expect(counted([...items, refunded(7n, 150n, 8)])).toEqual([
      "credit rev:1.void#1 50 on 20",
      "credit rev:2.void#1 100 on 20",
    ])
    expect(counted([...items, refunded(7n, 100n, 8), refunded(8n, 60n, 9)])).toEqual([
      "credit rev:1.void#1 60 on 20",
      "credit rev:2.void#1 100 on 20",
    ])
  })

  it("still holds its other parts when one was reversed and deleted: their refund went out", () => {
    const items = [
      first,
      second,
      third,
      reversed(5n, 1n, 100n, 6),
      reversed(6n, 2n, 100n, 7),
      deleted(7n, 1n, 100n, 8),
      refunded(8n, 100n, 9),
    ]
    expect(counted(items)).toEqual(["credit rev:1.void#1 100 on 20"])
  })

  it("still holds them when the ledger has counted that part already", () => {
    const items = [
      first,
      second,
      reversed(5n, 1n, 100n, 6),
      deleted(6n, 1n, 100n, 7),
      counter(7n, 1n, 100n, 7),
      refunded(8n, 100n, 9),
    ]
    expect(counted(items)).toEqual([])
  })

  it("counts the part that was deleted once, and a refund only against the others", () => {
    const items = [
      first,
      second,
      reversed(5n, 2n, 100n, 6),
      reversed(6n, 1n, 100n, 7),
      deleted(7n, 1n, 100n, 8),
      refunded(8n, 60n, 9),
    ]
    expect(counted(items)).toEqual(["credit rev:1.void#1 100 on 20", "credit rev:2.void#1 60 on 20"])
  })

  it("is told by when things happened, not by when the ledger heard of them", () => {
    const items = [
      reversed(5n, 1n, 40n, 6),
      refunded(6n, 60n, 5),
      refunded(7n, 40n, 7),
      charge(8n, "A", 100n),
      first,
    ]
    expect(counted(items)).toEqual(["credit rev:1.void#1 40 on 20"])
  })
})

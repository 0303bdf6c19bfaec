import { openOf, type Surroundings } from "../../src/modules/reconciliation/lists/why-open"
import type { Reservation } from "../../src/modules/reconciliation/domain/instalments/reserve"

const reservation = (dueOn: string, reserved: bigint): Reservation =>
  ({
    instalment: { dueOn, failed: false, number: 1 },
    lines: [{ lineKey: "line:a", amount: reserved }],
    reserved,
    shrunkBy: 0n,
  }) as unknown as Reservation

const planned = (reservations: readonly Reservation[]): Surroundings =>
  ({
    kind: "order",
    side: "debit",
    ownerType: "customer",
    fitting: [],
    owes: true,
    unapplied: 0n,
    largest: 0n,
    row: { open_lines: 1, debits: "1000", credits: "0" },
    standing: { problems: [], open: "1000", applied: "0", expected: [] },
    plan: { reservations, coverage: { planned: 900n, overdue: false } },
    today: "2026-11-27",
    money: String,
  }) as unknown as Surroundings

describe("F31, F62: what is planned of an order says what it brings first", () => {
  it.each<[string, readonly Reservation[], object | null]>([
    [
      "all of the first day",
      [reservation("2026-12-01", 100n), reservation("2026-12-01", 50n), reservation("2026-12-15", 750n)],
      { due_on: "2026-12-01", amount: "150" },
    ],
    [
      "of a day whose payments the order no longer owes, the next",
      [reservation("2026-12-01", 0n), reservation("2026-12-15", 750n)],
      { due_on: "2026-12-15", amount: "750" },
    ],
    ["nothing where only what is on its way back covers something", [], null],
  ])("%s", (_, reservations, next) => {
    expect(openOf(planned(reservations))).toMatchObject({
      why: { code: "planned", next },
      next_step: { act: "open_order" },
    })
  })
})

describe("F31: an order to which idle money is applied says how much one payment would bring", () => {
  const unpaid = (more: Partial<Surroundings>): unknown =>
    openOf({
      ...planned([]),
      plan: { reservations: [], coverage: { planned: 0n, overdue: false } } as never,
      ...more,
    }).next_step

  it.each<[string, Partial<Surroundings>, object]>([
    [
      "what it owes, where one is enough",
      { unapplied: 1_500n, largest: 1_200n },
      { act: "apply", amount: "1000" },
    ],
    [
      "the largest, where several make up more",
      { unapplied: 1_000n, largest: 600n },
      { act: "apply", amount: "600" },
    ],
    ["nothing of nothing", {}, { act: "record_payment" }],
  ])("%s", (_, more, step) => {
    expect(unpaid(more)).toEqual(step)
  })
})

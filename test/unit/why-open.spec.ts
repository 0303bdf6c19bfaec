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

import { owedByHost } from "../../src/modules/reconciliation/ingest/host-standing"

describe("What the host owes by its own count, just before it refunds", () => {
  it.each<[string, Parameters<typeof owedByHost>[0], number, ReturnType<typeof owedByHost>]>([
    [
      "nothing where something is to be paid",
      { raw_pending_difference: { value: "68" } },
      2,
      { owes: 0n, isInexact: false },
    ],
    ["nothing where nothing is said", {}, 2, { owes: 0n, isInexact: false }],
    [
      "what lies below zero",
      { raw_pending_difference: { value: "-36" } },
      2,
      { owes: 3600n, isInexact: false },
    ],
    [
      "in the digits of the currency",
      { raw_pending_difference: { value: "-36" } },
      0,
      { owes: 36n, isInexact: false },
    ],
    [
      "with a part of a cent rounded, and said so",
      { raw_pending_difference: { value: "-35.996" } },
      2,
      { owes: 3600n, isInexact: true },
    ],
    [
      "by the plain number where there is no exact one",
      { pending_difference: -5 },
      2,
      { owes: 500n, isInexact: false },
    ],
  ])("%s", (_, summary, digits, expected) => {
    expect(owedByHost(summary, digits)).toEqual(expected)
  })
})

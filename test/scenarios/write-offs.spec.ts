import { describeFlows } from "../support/flow"
import { authorityFor, limitOf } from "../../src/modules/reconciliation/domain/write-offs/limit"

describeFlows("F24: a short payment is written off, a small surplus is kept", {
  "a short payment closes the order": `
    #host
    place A 60, B 40
    capture 99.98
    write off 0.02
    #items
    d1 debit charge A 60.00
    d1 debit charge B 40.00
    d2 credit payment cap1 99.98
    d3 credit write_off 1 0.02
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 39.98 line_order
    1 → B 0.02 written_off
    #columns
    cap1 payment 99.98 here 99.98 back 0.00 left 0.00
    1 write_off 0.02 here 0.02 back 0.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "what the banks took on the way is the same on another account": `
    #host
    place A 60, B 40
    capture 95
    write off 5 as bank_charges
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 35.00 line_order
    1 → B 5.00 written_off
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "a surplus is kept": `
    #host
    place A 100
    capture 100.05
    keep 0.05
    #applied
    cap1 → A 100.00 line_order
    cap1 → 1 0.05 surplus_kept
    #columns
    cap1 payment 100.05 here 100.00 back 0.05 left 0.00
    1 write_off -0.05 here 0.00 back -0.05 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "undone, the order is open as before": `
    #host
    place A 60, B 40
    capture 99.98
    write off 0.02
    revoke
    #items
    d1 debit charge A 60.00
    d1 debit charge B 40.00
    d2 credit payment cap1 99.98
    d3 credit write_off 1 0.02
    d4 debit write_off 1#2 0.02
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 39.98 line_order
    1 → 1#2 0.02 write_off_undone
    #columns
    cap1 payment 99.98 here 99.98 back 0.00 left 0.00
    #state
    partial a, 0.02 open, 0.00 unapplied
  `,

  "and a surplus undone is the customer's again": `
    #host
    place A 100
    capture 100.05
    keep 0.05
    revoke
    #columns
    cap1 payment 100.05 here 100.00 back 0.00 left 0.05
    #state
    full A, 0.00 open, 0.05 unapplied
  `,

  "a credit that a cancellation leaves of a short payment that was given up is kept": `
    #host
    place A 100
    capture 99.98
    write off 0.02
    cancel refunding 99.98
    keep 0.02
    #applied
    cap1 → A 99.98 line_order
    1 → A 0.02 written_off
    cl1 → ref1 99.98 refund_of_credit
    cancel A → 2 0.02 surplus_kept
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "a credit that a lowered line leaves is kept": `
    #host
    place A 60, B 40
    capture 100
    edit A 59.98
    keep 0.02
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 40.00 line_order
    A#2 → 1 0.02 surplus_kept
    #columns
    cap1 payment 100.00 here 100.00 back 0.00 left 0.00
    1 write_off -0.02 here -0.02 back 0.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "a credit line that nothing takes is kept, from the lines that it stands on": `
    #host
    place A 60, B 40
    capture 100
    credit 0.05
    keep 0.05
    #columns
    cap1 payment 100.00 here 100.00 back 0.00 left 0.00
    1 write_off -0.05 here -0.05 back 0.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "of money that is left and a line's credit, the money is kept first": `
    #host
    place A 60, B 40
    capture 100.03
    edit A 59.98
    keep 0.04
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 40.00 line_order
    cap1 → 1 0.03 surplus_kept
    A#2 → 1 0.01 surplus_kept
    #state
    full A, 0.00 open, 0.01 unapplied
  `,

  "a line's credit that was kept is the customer's again once that is undone": `
    #host
    place A 60, B 40
    capture 100
    edit A 59.98
    keep 0.02
    revoke
    #columns
    cap1 payment 100.00 here 100.00 back 0.00 left 0.00
    A#2 credit 0.00 here -0.02 back 0.00 left 0.02
    #state
    full A, 0.00 open, 0.02 unapplied
  `,

  "a reversal takes back what was kept too, as an amount without a line": `
    #host
    place A 100
    capture 100.05
    keep 0.05
    reverse cap1 100.05
    #columns
    cap1 payment 100.05 here 100.00 back 0.05 left 0.00
    1 write_off -0.05 here 0.00 back -0.05 left 0.00
    rev1 reversal -100.05 here -100.00 back 0.00 left -0.05
    #state
    none a, 100.05 open, 0.00 unapplied
  `,
})

describe("F24: how much may be written off", () => {
  it.each([
    ["0.50", 1, 10000n, 50n],
    ["0.50", 1, 2000n, 20n],
    ["0.50", 0.25, 10000n, 25n],
    ["0.50", 1, 0n, 0n],
    ["0.50", 1, -100n, 0n],
  ])("is the smaller of %s and %s per cent of %s: %s", (amount, percent, total, expected) => {
    expect(limitOf({ amount, percent }, total, 2)).toBe(expected)
  })

  it("is nothing where no limit is set", () => {
    expect(limitOf(undefined, 10000n, 2)).toBe(0n)
  })

  it.each([
    [50n, 50n, undefined, "anybody"],
    [51n, 50n, undefined, "nobody"],
    [51n, 50n, 500n, "one_person"],
    [500n, 50n, 500n, "one_person"],
    [501n, 50n, 500n, "two_persons"],
    [40n, 50n, 30n, "two_persons"],
  ])("%s with a limit of %s and approval above %s: %s", (amount, limit, approvalAbove, expected) => {
    expect(authorityFor(amount, { standing: 0n, limit, approvalAbove })).toBe(expected)
  })
})

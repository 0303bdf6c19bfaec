import { describeFlows } from "../support/flow"

describeFlows("Refunds", {
  "F16 F17: a credit line is the refund's, not the unpaid rest's: captured 100 of 168, refunded 30": `
    #host
    place A 108, B 36, ship 24
    capture 100
    refund 30, credit 30
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 100.00
    d3 debit refund ref1 30.00
    d3 credit credit_line cl1 30.00 of A
    #applied
    cap1 → A 100.00 line_order
    cl1 → ref1 30.00 refund_of_credit
    #rows
    A 78.00 paid 70.00 open 8.00
    B 36.00 paid 0.00 open 36.00
    ship 24.00 paid 0.00 open 24.00
    #state
    partial a, 68.00 open, 0.00 unapplied
  `,

  "F17: a refund without a return lowers the lines paid last": `
    #host
    place A 108, B 36, ship 24
    capture 168
    refund 54, credit 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit refund ref1 54.00
    d3 credit credit_line cl1 30.00 of B
    d3 credit credit_line cl1#2 24.00 of ship
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 30.00 refund_of_credit
    cl1#2 → ref1 24.00 refund_of_credit
    #rows
    A 108.00 paid 108.00 open 0.00
    B 6.00 paid 6.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F17: a claim's refund lowers the line that was written off": `
    #host
    place A 108, B 36, ship 24
    capture 168
    claim A
    refund 54, credit 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d4 debit refund ref1 54.00
    d4 credit credit_line cl1 54.00 of A
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 54.00 refund_of_credit
    #rows
    A 54.00 paid 54.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F17: a refund while goods are on their way back lowers the line they belong to": `
    #host
    place A 108, B 36, ship 24
    capture 168
    request B
    refund 36, credit 36
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d4 debit refund ref1 36.00
    d4 credit credit_line cl1 36.00 of B
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 36.00 refund_of_credit
    #rows
    A 108.00 paid 108.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a line refunded and then removed goes below zero, and the rest is the customer's credit": `
    #host
    place A 108, B 36, ship 24
    capture 168
    refund 36, credit 36
    edit B gone
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit refund ref1 36.00
    d3 credit credit_line cl1 12.00 of B
    d3 credit credit_line cl1#2 24.00 of ship
    d4 credit adjustment B#2 36.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 12.00 refund_of_credit
    cl1#2 → ref1 24.00 refund_of_credit
    #rows
    A 108.00 paid 108.00 open 0.00
    B -12.00 paid -12.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 36.00 unapplied
  `,

  "F17: what credits paid is not what money paid: a refund lowers the line that the capture paid": `
    #host
    place A 108, B 36, ship 24
    capture 100
    edit A 48
    refund 30, credit 30
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 100.00
    d3 credit adjustment A#2 60.00
    d4 debit refund ref1 30.00
    d4 credit credit_line cl1 30.00 of A
    #applied
    cap1 → A 100.00 line_order
    A#2 → A 8.00 own_line
    A#2 → B 36.00 own_order
    A#2 → ship 16.00 own_order
    cl1 → ref1 30.00 refund_of_credit
    #rows
    A 18.00 paid 18.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 16.00 open 8.00
    #state
    partial a, 8.00 open, 0.00 unapplied
  `,

  "F16: a refund that nothing explains stays open": `
    #host
    place A 108
    capture 108
    refund 108
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d3 debit refund ref1 108.00
    #applied
    cap1 → A 108.00 line_order
    #state
    partial a, 108.00 open, 0.00 unapplied
  `,

  "F16: two refunds and two credits meet in the order of their rows": `
    #host
    place A 100, B 60
    capture 160
    refund 20, credit 20
    refund 30, credit 30
    #items
    d1 debit charge A 100.00
    d1 debit charge B 60.00
    d2 credit payment cap1 160.00
    d3 debit refund ref1 20.00
    d3 credit credit_line cl1 20.00 of B
    d4 debit refund ref2 30.00
    d4 credit credit_line cl2 30.00 of B
    #applied
    cap1 → A 100.00 line_order
    cap1 → B 60.00 line_order
    cl1 → ref1 20.00 refund_of_credit
    cl2 → ref2 30.00 refund_of_credit
    #rows
    A 100.00 paid 100.00 open 0.00
    B 10.00 paid 10.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a lowered line pays what its order owes before it pays a refund": `
    #host
    place A 100, B 50
    capture 100
    refund 30
    edit A 60
    #items
    d1 debit charge A 100.00
    d1 debit charge B 50.00
    d2 credit payment cap1 100.00
    d3 debit refund ref1 30.00
    d4 credit adjustment A#2 40.00
    #applied
    cap1 → A 100.00 line_order
    A#2 → B 40.00 own_order
    #rows
    A 60.00 paid 60.00 open 0.00
    B 50.00 paid 40.00 open 10.00
    #state
    partial a, 40.00 open, 0.00 unapplied
  `,

  "F16: a credit line below zero is money paid out whatever it refers to, and stays so when the order is cancelled": `
    #host
    place A 100
    capture 100
    edit A 86
    credit -14 overpaid
    cancel
    #items
    d1 debit charge A 100.00
    d2 credit payment cap1 100.00
    d3 credit adjustment A#2 14.00
    d4 debit refund out1 14.00
    d5 credit cancellation cancel A 86.00
    #applied
    cap1 → A 100.00 line_order
    A#2 → out1 14.00 refund_of_line
    #state
    full A, 0.00 open, 86.00 unapplied
  `,
})

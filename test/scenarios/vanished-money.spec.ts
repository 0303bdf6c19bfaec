import { describeFlows } from "../support/flow"

describeFlows("Money that the host takes back, and rows that contradict each other", {
  "F4: a capture that the host deletes before it settled anything leaves nothing open": `
    #host
    place A 108
    capture 108
    capture 50
    vanish cap2
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d3 credit payment cap2 50.00
    d3 debit void cap2#2 50.00
    #applied
    cap1 → A 108.00 line_order
    cap2 → cap2#2 50.00 voided_money
    #rows
    A 108.00 paid 108.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a capture that the host deletes after it settled lines leaves its void open": `
    #host
    place A 108, B 36, ship 24
    capture 168
    vanish cap1
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d2 debit void cap1#2 168.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    #rows
    A 108.00 paid 108.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #columns
    cap1 payment 168.00 here 168.00 back 0.00 left 0.00
    cap1#2 refund -168.00 here 0.00 back 0.00 left -168.00
    #state
    partial a, 168.00 open, 0.00 unapplied
  `,

  "F4: the payment tried again stands in for the one taken back": `
    #host
    place A 108, B 36, ship 24
    capture 168
    vanish cap1
    capture 168
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d2 debit void cap1#2 168.00
    d4 credit payment cap2 168.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cap2 → cap1#2 168.00 replaced_money
    #rows
    A 108.00 paid 108.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: what was paid by a capture taken back is cancelled": `
    #host
    place A 108
    capture 108
    vanish cap1
    cancel
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d2 debit void cap1#2 108.00
    d4 credit cancellation cancel A 108.00
    #applied
    cap1 → A 108.00 line_order
    cancel A → cap1#2 108.00 replaced_money
    #rows
    A 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a refund that the host deletes leaves the surplus it took for the next": `
    #host
    place A 108
    capture 150
    refund 42
    vanish ref1
    refund 42
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 150.00
    d3 debit refund ref1 42.00
    d3 credit void ref1#2 42.00
    d5 debit refund ref2 42.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → ref1 42.00 refund_of_surplus
    ref1#2 → ref2 42.00 replaced_refund
    #rows
    A 108.00 paid 108.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a refund that the host deletes before anything settled it leaves nothing open": `
    #host
    place A 108
    capture 108
    refund 30
    vanish ref1
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d3 debit refund ref1 30.00
    d3 credit void ref1#2 30.00
    #applied
    cap1 → A 108.00 line_order
    ref1#2 → ref1 30.00 voided_refund
    #rows
    A 108.00 paid 108.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a refund that the host deletes after a credit had settled it is money again, in a column of its own": `
    #host
    place A 150
    capture 150
    edit A 110
    refund 40
    vanish ref1
    #items
    d1 debit charge A 150.00
    d2 credit payment cap1 150.00
    d3 credit adjustment A#2 40.00
    d4 debit refund ref1 40.00
    d4 credit void ref1#2 40.00
    #applied
    cap1 → A 150.00 line_order
    A#2 → ref1 40.00 refund_of_line
    #rows
    A 110.00 paid 110.00 open 0.00
    #columns
    cap1 payment 150.00 here 150.00 back 0.00 left 0.00
    ref1 refund -40.00 here -40.00 back 0.00 left 0.00
    ref1#2 payment 40.00 here 0.00 back 0.00 left 40.00
    #state
    full A, 0.00 open, 40.00 unapplied
  `,

  "F4: the money of a refund taken back pays what the order comes to owe": `
    #host
    place A 150
    capture 150
    edit A 110
    refund 40
    vanish ref1
    edit B 30
    refund 10
    #items
    d1 debit charge A 150.00
    d2 credit payment cap1 150.00
    d3 credit adjustment A#2 40.00
    d4 debit refund ref1 40.00
    d4 credit void ref1#2 40.00
    d6 debit charge B 30.00
    d7 debit refund ref2 10.00
    #applied
    cap1 → A 150.00 line_order
    A#2 → ref1 40.00 refund_of_line
    ref1#2 → B 30.00 line_order
    ref1#2 → ref2 10.00 replaced_refund
    #rows
    A 110.00 paid 110.00 open 0.00
    B 30.00 paid 30.00 open 0.00
    #columns
    cap1 payment 150.00 here 150.00 back 0.00 left 0.00
    ref1 refund -40.00 here -40.00 back 0.00 left 0.00
    ref1#2 payment 40.00 here 30.00 back 10.00 left 0.00
    ref2 refund -10.00 here 0.00 back -10.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a refund taken back pays what the order still owes, though its credit line stays": `
    #host
    place A 108, B 60
    capture 100
    refund 30, credit 30
    vanish ref1
    #applied
    cap1 → A 100.00 line_order
    cl1 → ref1 30.00 refund_of_credit
    ref1#2 → A 8.00 line_order
    ref1#2 → B 22.00 line_order
    #rows
    A 78.00 paid 78.00 open 0.00
    B 60.00 paid 22.00 open 38.00
    #state
    partial a, 38.00 open, 0.00 unapplied
  `,

  "F4: a refund taken back pays for a payment taken back": `
    #host
    place A 100
    capture 140
    refund 40
    vanish ref1
    vanish cap1
    #applied
    cap1 → A 100.00 line_order
    cap1 → ref1 40.00 refund_of_surplus
    ref1#2 → cap1#2 40.00 replaced_money
    #columns
    cap1 payment 140.00 here 100.00 back 40.00 left 0.00
    cap1#2 refund -140.00 here 0.00 back -40.00 left -100.00
    ref1 refund -40.00 here 0.00 back -40.00 left 0.00
    ref1#2 payment 40.00 here 0.00 back 40.00 left 0.00
    #state
    partial a, 100.00 open, 0.00 unapplied
  `,

  "F8: a transaction without its refund is an error": `
    #host
    place A 108
    capture 108
    miscount -108
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    #applied
    cap1 → A 108.00 line_order
    #state
    error a, 0.00 open, 0.00 unapplied
  `,

  "F8: a refund that the host does not count is an error": `
    #host
    place A 108
    capture 150
    refund 42
    uncounted ref1
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 150.00
    d3 debit refund ref1 42.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → ref1 42.00 refund_of_surplus
    #state
    error a, 0.00 open, 0.00 unapplied
  `,
})

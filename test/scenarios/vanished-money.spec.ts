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

import { describeFlows } from "../support/flow"

describeFlows("Cancelled orders", {
  "F7 F16: cancelled unpaid: every line comes to zero, full without a code": `
    #host
    place A 108, B 36, ship 24
    cancel
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit cancellation cancel A 108.00
    d2 credit cancellation cancel B 36.00
    d2 credit cancellation cancel ship 24.00
    #applied
    cancel A → A 108.00 own_line
    cancel B → B 36.00 own_line
    cancel ship → ship 24.00 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full –, 0.00 open, 0.00 unapplied
  `,

  "F16: cancelled and refunded: the refund's credit line brings the lines to zero": `
    #host
    place A 108, B 36, ship 24
    capture 168
    cancel refunding 168
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit refund ref1 168.00
    d3 credit credit_line cl1 108.00 of A
    d3 credit credit_line cl1#2 36.00 of B
    d3 credit credit_line cl1#3 24.00 of ship
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 108.00 refund_of_credit
    cl1#2 → ref1 36.00 refund_of_credit
    cl1#3 → ref1 24.00 refund_of_credit
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: cancelled when 100 were captured and 30 refunded": `
    #host
    place A 108, B 36, ship 24
    capture 100
    refund 30, credit 30
    cancel refunding 70
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 100.00
    d3 debit refund ref1 30.00
    d3 credit credit_line cl1 30.00 of A
    d4 debit refund ref2 70.00
    d4 credit credit_line cl2 70.00 of A
    d4 credit cancellation cancel A 8.00
    d4 credit cancellation cancel B 36.00
    d4 credit cancellation cancel ship 24.00
    #applied
    cap1 → A 100.00 line_order
    cl1 → ref1 30.00 refund_of_credit
    cl2 → ref2 70.00 refund_of_credit
    cancel A → A 8.00 own_line
    cancel B → B 36.00 own_line
    cancel ship → ship 24.00 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F8 F16: the provider refuses the refund of a cancelled order: the money is the customer's credit, the host's count is wrong": `
    #host
    place A 108, B 36, ship 24
    capture 168
    miscount -168
    cancel
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d4 credit cancellation cancel A 108.00
    d4 credit cancellation cancel B 36.00
    d4 credit cancellation cancel ship 24.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    error a, 0.00 open, 168.00 unapplied
  `,

  "F16: a cancelled order is refunded later": `
    #host
    place A 108, B 36, ship 24
    capture 168
    cancel
    refund 168
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 credit cancellation cancel A 108.00
    d3 credit cancellation cancel B 36.00
    d3 credit cancellation cancel ship 24.00
    d4 debit refund ref1 168.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cancel A → ref1 108.00 refund_of_line
    cancel B → ref1 36.00 refund_of_line
    cancel ship → ref1 24.00 refund_of_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a cancelled order is refunded in parts": `
    #host
    place A 108, B 36, ship 24
    capture 168
    cancel
    refund 100
    refund 68
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 credit cancellation cancel A 108.00
    d3 credit cancellation cancel B 36.00
    d3 credit cancellation cancel ship 24.00
    d4 debit refund ref1 100.00
    d5 debit refund ref2 68.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cancel A → ref1 100.00 refund_of_line
    cancel A → ref2 8.00 refund_of_line
    cancel B → ref2 36.00 refund_of_line
    cancel ship → ref2 24.00 refund_of_line
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a gift card spent on a cancelled order is credit until it is given back": `
    #host
    place A 108, B 36, ship 24, gift-card 40
    capture 128
    cancel refunding 128
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d1 credit stored_value value1 40.00
    d2 credit payment cap1 128.00
    d3 debit refund ref1 128.00
    d3 credit credit_line cl1 68.00 of A
    d3 credit credit_line cl1#2 36.00 of B
    d3 credit credit_line cl1#3 24.00 of ship
    d3 credit cancellation cancel A 40.00
    #applied
    value1 → A 40.00 line_order
    cap1 → A 68.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 68.00 refund_of_credit
    cl1#2 → ref1 36.00 refund_of_credit
    cl1#3 → ref1 24.00 refund_of_credit
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 40.00 unapplied
  `,

  "F16: a gift card of a cancelled order is given back": `
    #host
    place A 108, B 36, ship 24, gift-card 40
    capture 128
    cancel refunding 128
    credit -40 gift-card
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d1 credit stored_value value1 40.00
    d2 credit payment cap1 128.00
    d3 debit refund ref1 128.00
    d3 credit credit_line cl1 68.00 of A
    d3 credit credit_line cl1#2 36.00 of B
    d3 credit credit_line cl1#3 24.00 of ship
    d3 credit cancellation cancel A 40.00
    d4 debit refund out1 40.00
    #applied
    value1 → A 40.00 line_order
    cap1 → A 68.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 68.00 refund_of_credit
    cl1#2 → ref1 36.00 refund_of_credit
    cl1#3 → ref1 24.00 refund_of_credit
    cancel A → out1 40.00 refund_of_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a line already below zero is brought up to zero": `
    #host
    place A 108
    capture 108
    refund 108, credit 108
    edit A 54
    cancel
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d3 debit refund ref1 108.00
    d3 credit credit_line cl1 108.00 of A
    d4 credit adjustment A#2 54.00
    d5 debit cancellation cancel A 54.00
    #applied
    cap1 → A 108.00 line_order
    cl1 → ref1 108.00 refund_of_credit
    A#2 → cancel A 54.00 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: cancelled after a partial capture without a refund": `
    #host
    place A 108, B 36
    capture 100
    cancel
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d2 credit payment cap1 100.00
    d3 credit cancellation cancel A 108.00
    d3 credit cancellation cancel B 36.00
    #applied
    cap1 → A 100.00 line_order
    cancel A → A 8.00 own_line
    cancel B → B 36.00 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 100.00 unapplied
  `,

  "F16: cancelled after an edit": `
    #host
    place A 108, B 36
    edit A 54
    edit C 20
    cancel
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d2 credit adjustment A#2 54.00
    d3 debit charge C 20.00
    d4 credit cancellation cancel A 54.00
    d4 credit cancellation cancel B 36.00
    d4 credit cancellation cancel C 20.00
    #applied
    A#2 → A 54.00 own_line
    cancel A → A 54.00 own_line
    cancel B → B 36.00 own_line
    cancel C → C 20.00 own_line
    #state
    full –, 0.00 open, 0.00 unapplied
  `,
})

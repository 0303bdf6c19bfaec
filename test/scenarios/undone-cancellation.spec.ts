import { describeFlows } from "../support/flow"

describeFlows("Cancellations that the host takes back", {
  "F16: a cancellation that the host takes back leaves the order as it was, unpaid": `
    #host
    place A 108, ship 24
    cancel
    uncancel
    #items
    d1 debit charge A 108.00
    d1 debit shipping ship 24.00
    d2 credit cancellation cancel A 108.00
    d2 credit cancellation cancel ship 24.00
    d2 debit cancellation cancel A#2 108.00
    d2 debit cancellation cancel ship#2 24.00
    #applied
    cancel A → A 108.00 own_line
    cancel ship → ship 24.00 own_line
    #rows
    A 108.00 paid 0.00 open 108.00
    ship 24.00 paid 0.00 open 24.00
    #state
    none –, 132.00 open, 0.00 unapplied
  `,

  "F16: a cancellation that the host takes back leaves the order as it was, paid, and it can be cancelled again": `
    #host
    place A 108
    capture 108
    cancel
    uncancel
    cancel
    refund 108
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d3 credit cancellation cancel A 108.00
    d3 debit cancellation cancel A#2 108.00
    d5 credit cancellation cancel A#3 108.00
    d6 debit refund ref1 108.00
    #applied
    cap1 → A 108.00 line_order
    cancel A → cancel A#2 108.00 own_line
    cancel A#3 → ref1 108.00 refund_of_line
    #rows
    A 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,
})

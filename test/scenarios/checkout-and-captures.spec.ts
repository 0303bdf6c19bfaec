import { describeFlows } from "../support/flow"

describeFlows("What an order's own payments pay", {
  "F10 F11: money fills the lines in the order's own order; 75, 75, 20 and 100 captured give 75, 25, 0": `
    #host
    place A 75, B 75, C 20
    capture 100
    #items
    d1 debit charge A 75.00
    d1 debit charge B 75.00
    d1 debit charge C 20.00
    d2 credit payment cap1 100.00
    #applied
    cap1 → A 75.00 line_order
    cap1 → B 25.00 line_order
    #rows
    A 75.00 paid 75.00 open 0.00
    B 75.00 paid 25.00 open 50.00
    C 20.00 paid 0.00 open 20.00
    #state
    partial a, 70.00 open, 0.00 unapplied
  `,

  "F10 F11: the next capture goes on where the first stopped": `
    #host
    place A 75, B 75, C 20
    capture 100
    capture 70
    #items
    d1 debit charge A 75.00
    d1 debit charge B 75.00
    d1 debit charge C 20.00
    d2 credit payment cap1 100.00
    d3 credit payment cap2 70.00
    #applied
    cap1 → A 75.00 line_order
    cap1 → B 25.00 line_order
    cap2 → B 50.00 line_order
    cap2 → C 20.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F11: shipping comes after the lines": `
    #host
    place A 108, B 36, ship 24
    capture 100
    capture 68
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 100.00
    d3 credit payment cap2 68.00
    #applied
    cap1 → A 100.00 line_order
    cap2 → A 8.00 line_order
    cap2 → B 36.00 line_order
    cap2 → ship 24.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F2: an order that nobody has paid owes everything and has no code": `
    #host
    place A 108, B 36, ship 24
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    #applied
    #rows
    A 108.00 paid 0.00 open 108.00
    B 36.00 paid 0.00 open 36.00
    ship 24.00 paid 0.00 open 24.00
    #state
    none –, 168.00 open, 0.00 unapplied
  `,

  "F7: an order that costs nothing is full without a code": `
    #host
    place A 0
    #items
    #applied
    #state
    full –, 0.00 open, 0.00 unapplied
  `,

  "F7: a capture above the total leaves the customer's surplus unapplied": `
    #host
    place A 100
    capture 150
    #items
    d1 debit charge A 100.00
    d2 credit payment cap1 150.00
    #applied
    cap1 → A 100.00 line_order
    #state
    full A, 0.00 open, 50.00 unapplied
  `,

  "F16: a surplus pays a line that gets dearer later": `
    #host
    place A 100
    capture 150
    edit A 130
    #items
    d1 debit charge A 100.00
    d2 credit payment cap1 150.00
    d3 debit adjustment A#2 30.00
    #applied
    cap1 → A 100.00 line_order
    cap1 → A#2 30.00 line_order
    #rows
    A 130.00 paid 130.00 open 0.00
    #state
    full A, 0.00 open, 20.00 unapplied
  `,

  "F16: a surplus pays back the refund that gives it back": `
    #host
    place A 100
    capture 150
    refund 50
    #items
    d1 debit charge A 100.00
    d2 credit payment cap1 150.00
    d3 debit refund ref1 50.00
    #applied
    cap1 → A 100.00 line_order
    cap1 → ref1 50.00 refund_of_surplus
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F2: a gift card spent at checkout is money and comes before the capture": `
    #host
    place A 108, B 36, ship 24, gift-card 40
    capture 128
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d1 credit stored_value value1 40.00
    d2 credit payment cap1 128.00
    #applied
    value1 → A 40.00 line_order
    cap1 → A 68.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F2: store credit and a card together leave nothing open": `
    #host
    place A 108, store-credit 8
    capture 100
    #items
    d1 debit charge A 108.00
    d1 credit stored_value value1 8.00
    d2 credit payment cap1 100.00
    #applied
    value1 → A 8.00 line_order
    cap1 → A 100.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F10: a second payment of the order goes on where the first stopped": `
    #host
    place A 108, B 36, ship 24
    capture 100
    capture 68 by pay_2
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 100.00
    d3 credit payment cap2 68.00
    #applied
    cap1 → A 100.00 line_order
    cap2 → A 8.00 line_order
    cap2 → B 36.00 line_order
    cap2 → ship 24.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a draft owes nothing, and money that came early waits for the order": `
    #host
    draft A 108, B 36, ship 24
    edit C 24
    capture 192
    #items
    d3 credit payment cap1 192.00
    #applied
    #state
    full –, 0.00 open, 192.00 unapplied
  `,

  "F4: a draft that becomes an order owes its lines on that day": `
    #host
    draft A 108, B 36, ship 24
    edit C 24
    capture 192
    convert
    #items
    d3 credit payment cap1 192.00
    d4 debit charge A 108.00
    d4 debit charge B 36.00
    d4 debit charge C 24.00
    d4 debit shipping ship 24.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → C 24.00 line_order
    cap1 → ship 24.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F4: a draft converted and paid before the next read owes its lines once, and nothing is called rounding": `
    #host
    draft A 108, B 36
    capture 100
    unread: convert
    capture 44
    #items
    d2 credit payment cap1 100.00
    d4 credit payment cap2 44.00
    d4 debit charge A 108.00
    d4 debit charge B 36.00
    #applied
    cap1 → A 100.00 line_order
    cap2 → A 8.00 line_order
    cap2 → B 36.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,
})

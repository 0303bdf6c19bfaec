import { describeFlows } from "../support/flow"

describeFlows("Returns and exchanges", {
  "F16: a return pays its own return shipping first, and the refund pays back the rest": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit back 12
    edit A 54
    refund 42
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit return_shipping back 12.00
    d4 credit adjustment A#2 54.00
    d5 debit refund ref1 42.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → back 12.00 own_order
    A#2 → ref1 42.00 refund_of_line
    #rows
    A 54.00 paid 54.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    back 12.00 paid 12.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: the goods come back after the refund": `
    #host
    place A 108, B 36, ship 24
    capture 168
    request A
    refund 54
    edit A 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d4 debit refund ref1 54.00
    d5 credit adjustment A#2 54.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → ref1 54.00 refund_of_line
    #rows
    A 54.00 paid 54.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a line returned and dismissed as a whole is paid back as a whole": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit A 0
    refund 108
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 credit adjustment A#2 108.00
    d4 debit refund ref1 108.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → ref1 108.00 refund_of_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: return shipping of a cancelled return is taken back": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit back 12
    edit back gone
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit return_shipping back 12.00
    d4 credit adjustment back#2 12.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    back#2 → back 12.00 own_line
    #rows
    A 108.00 paid 108.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    back 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a return on an unpaid order only lowers what is open": `
    #host
    place A 108, B 36, ship 24
    edit A 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit adjustment A#2 54.00
    #applied
    A#2 → A 54.00 own_line
    #rows
    A 54.00 paid 0.00 open 54.00
    B 36.00 paid 0.00 open 36.00
    ship 24.00 paid 0.00 open 24.00
    #state
    none –, 114.00 open, 0.00 unapplied
  `,

  "F16: items returned one by one leave the whole amount as the customer's credit": `
    #host
    place A 168
    capture 168
    edit A 112
    edit A 56
    edit A 0
    #items
    d1 debit charge A 168.00
    d2 credit payment cap1 168.00
    d3 credit adjustment A#2 56.00
    d4 credit adjustment A#3 56.00
    d5 credit adjustment A#4 56.00
    #applied
    cap1 → A 168.00 line_order
    #rows
    A 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 168.00 unapplied
  `,

  "F16: a line returned and then ordered again costs again, and its own credit pays it": `
    #host
    place A 108
    capture 108
    edit A 54
    edit A 112
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    d3 credit adjustment A#2 54.00
    d4 debit adjustment A#3 58.00
    #applied
    cap1 → A 108.00 line_order
    A#2 → A#3 54.00 own_line
    #rows
    A 112.00 paid 108.00 open 4.00
    #state
    partial a, 4.00 open, 0.00 unapplied
  `,

  "F16: an exchange for something dearer is paid by the difference and by what came back": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit D 90, ship2 18
    capture 54 by pay_2
    edit A 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit charge D 90.00
    d3 debit shipping ship2 18.00
    d4 credit payment cap2 54.00
    d5 credit adjustment A#2 54.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cap2 → D 54.00 line_order
    A#2 → D 36.00 own_order
    A#2 → ship2 18.00 own_order
    #rows
    A 54.00 paid 54.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    D 90.00 paid 90.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    ship2 18.00 paid 18.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: an exchange for something cheaper gives the rest back": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit C 48, back 12
    edit A 0
    refund 48
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit charge C 48.00
    d3 debit return_shipping back 12.00
    d4 credit adjustment A#2 108.00
    d5 debit refund ref1 48.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → C 48.00 own_order
    A#2 → back 12.00 own_order
    A#2 → ref1 48.00 refund_of_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    C 48.00 paid 48.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    back 12.00 paid 12.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: an exchange for the same thing loses its discount and leaves the difference open": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit D 60
    edit A 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit charge D 60.00
    d4 credit adjustment A#2 54.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → D 54.00 own_order
    #rows
    A 54.00 paid 54.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    D 60.00 paid 54.00 open 6.00
    ship 24.00 paid 24.00 open 0.00
    #state
    partial a, 6.00 open, 0.00 unapplied
  `,

  "F16: a cancelled exchange leaves nothing open": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit D 90, ship2 18
    edit D gone, ship2 gone
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit charge D 90.00
    d3 debit shipping ship2 18.00
    d4 credit adjustment D#2 90.00
    d4 credit adjustment ship2#2 18.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    D#2 → D 90.00 own_line
    ship2#2 → ship2 18.00 own_line
    #rows
    A 108.00 paid 108.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    D 0.00 paid 0.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    ship2 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,
})

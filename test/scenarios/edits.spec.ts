import { describeFlows } from "../support/flow"

describeFlows("Lines that change after the order was placed", {
  "F16: an edit before any capture lowers, raises, adds and removes lines, each with a row of its own": `
    #host
    place A 108, B 36, ship 24
    edit B 108
    edit A 48
    edit C 48
    edit B gone
    capture 120
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 debit adjustment B#2 72.00
    d3 credit adjustment A#2 60.00
    d4 debit charge C 48.00
    d5 credit adjustment B#3 108.00
    d6 credit payment cap1 120.00
    #applied
    A#2 → A 60.00 own_line
    B#3 → B 36.00 own_line
    B#3 → B#2 72.00 own_line
    cap1 → A 48.00 line_order
    cap1 → C 48.00 line_order
    cap1 → ship 24.00 line_order
    #rows
    A 48.00 paid 48.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    C 48.00 paid 48.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: after a capture a dearer line is paid next, a cheaper one gives to others, a removed one gives all": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit B 108
    capture 72
    edit A 48
    refund 48
    edit B gone
    edit D 36
    edit A 72
    edit ship2 18
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit adjustment B#2 72.00
    d4 credit payment cap2 72.00
    d5 credit adjustment A#2 60.00
    d6 debit refund ref1 48.00
    d7 credit adjustment B#3 108.00
    d8 debit charge D 36.00
    d9 debit adjustment A#3 24.00
    d10 debit shipping ship2 18.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cap2 → B#2 72.00 line_order
    A#2 → ref1 48.00 refund_of_line
    A#2 → D 12.00 own_order
    B#3 → D 24.00 own_order
    B#3 → A#3 24.00 own_order
    B#3 → ship2 18.00 own_order
    #rows
    A 72.00 paid 72.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    D 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    ship2 18.00 paid 18.00 open 0.00
    #state
    full A, 0.00 open, 42.00 unapplied
  `,

  "F16: several lines change in one version": `
    #host
    place A 108, B 36, ship 24
    capture 100
    edit A 54, B 72, C 10
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 100.00
    d3 credit adjustment A#2 54.00
    d3 debit adjustment B#2 36.00
    d3 debit charge C 10.00
    #applied
    cap1 → A 100.00 line_order
    A#2 → A 8.00 own_line
    A#2 → B 36.00 own_order
    A#2 → B#2 10.00 own_order
    #rows
    A 54.00 paid 54.00 open 0.00
    B 72.00 paid 46.00 open 26.00
    C 10.00 paid 0.00 open 10.00
    ship 24.00 paid 0.00 open 24.00
    #state
    partial a, 60.00 open, 0.00 unapplied
  `,

  "F16: a refund made before the goods came back stays open until they do": `
    #host
    place A 108, B 36, ship 24
    capture 168
    request A
    refund 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d4 debit refund ref1 54.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    #state
    planned a, 54.00 open, 0.00 unapplied
  `,

  "F16: a second shipping method is owed like any other": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit ship2 48
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit shipping ship2 48.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    #rows
    A 108.00 paid 108.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    ship2 48.00 paid 0.00 open 48.00
    #state
    partial a, 48.00 open, 0.00 unapplied
  `,

  "F16: a transfer makes a version and moves no money": `
    #host
    place A 108
    capture 108
    transfer
    #items
    d1 debit charge A 108.00
    d2 credit payment cap1 108.00
    #applied
    cap1 → A 108.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: an edit taken back by the host is taken back here": `
    #host
    place A 100
    capture 100
    edit A 130
    undo
    #items
    d1 debit charge A 100.00
    d2 credit payment cap1 100.00
    d3 debit adjustment A#2 30.00
    d3 credit adjustment A#3 30.00
    #applied
    cap1 → A 100.00 line_order
    A#3 → A#2 30.00 own_line
    #rows
    A 100.00 paid 100.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: new tax lines have no version; the difference is posted on the day they were made": `
    #host
    place A 108, B 36, ship 24
    taxes A 99, B 33, ship 22
    capture 154
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit adjustment A#2 9.00
    d2 credit adjustment B#2 3.00
    d2 credit adjustment ship#2 2.00
    d3 credit payment cap1 154.00
    #applied
    A#2 → A 9.00 own_line
    B#2 → B 3.00 own_line
    ship#2 → ship 2.00 own_line
    cap1 → A 99.00 line_order
    cap1 → B 33.00 line_order
    cap1 → ship 22.00 line_order
    #rows
    A 99.00 paid 99.00 open 0.00
    B 33.00 paid 33.00 open 0.00
    ship 22.00 paid 22.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: new tax lines and a capture seen by one read leave nothing called rounding": `
    #host
    place A 108, B 36, ship 24
    unread: taxes A 99, B 33, ship 22
    capture 154
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d3 credit payment cap1 154.00
    d3 credit adjustment A#2 9.00
    d3 credit adjustment B#2 3.00
    d3 credit adjustment ship#2 2.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 10.00 line_order
    ship#2 → ship 2.00 own_line
    A#2 → ship 9.00 own_order
    B#2 → ship 3.00 own_order
    #rows
    A 99.00 paid 99.00 open 0.00
    B 33.00 paid 33.00 open 0.00
    ship 22.00 paid 22.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a capture seen together with later tax lines pays what then stood": `
    #host
    place A 108, B 36, ship 24
    unread: capture 154
    taxes A 99, B 33, ship 22
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 154.00
    d3 credit adjustment A#2 9.00
    d3 credit adjustment B#2 3.00
    d3 credit adjustment ship#2 2.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 10.00 line_order
    ship#2 → ship 2.00 own_line
    A#2 → ship 9.00 own_order
    B#2 → ship 3.00 own_order
    #rows
    A 99.00 paid 99.00 open 0.00
    B 33.00 paid 33.00 open 0.00
    ship 22.00 paid 22.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,
})

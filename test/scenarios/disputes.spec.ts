import { describeFlows } from "../support/flow"

describeFlows("F66 F16: money that was disputed after some of it had been paid back", {
  "opens only what still holds it: A 60 and not B, whose 40 were refunded": `
    #host
    place A 60, B 40
    capture 100
    refund 40, credit 40
    reverse cap1 60
    #rows
    A 60.00 paid 0.00 open 60.00
    B 0.00 paid 0.00 open 0.00
    #state
    none a, 60.00 open, 0.00 unapplied
  `,

  "opens what was refunded only when more is disputed than lines still hold": `
    #host
    place A 60, B 40
    capture 100
    refund 40, credit 40
    reverse cap1 100
    #rows
    A 60.00 paid 0.00 open 60.00
    B 0.00 paid -40.00 open 40.00
    #state
    none a, 100.00 open, 0.00 unapplied
  `,

  "of 168, of which 30 were refunded, leaves open what each line was still paid: 108, 30 and 0": `
    #host
    place A 108, B 36, delivery 24
    capture 168
    refund 30, credit 30
    reverse cap1 138
    #rows
    A 108.00 paid 0.00 open 108.00
    B 30.00 paid 0.00 open 30.00
    delivery 0.00 paid 0.00 open 0.00
    #state
    none a, 138.00 open, 0.00 unapplied
  `,

  "in two parts comes to the same": `
    #host
    place A 60, B 40
    capture 100
    refund 40, credit 40
    reverse cap1 25
    reverse cap1 35
    reverse cap1 40
    #rows
    A 60.00 paid 0.00 open 60.00
    B 0.00 paid -40.00 open 40.00
    #state
    none a, 100.00 open, 0.00 unapplied
  `,

  "takes first what waits in the credit of a line that was taken off": `
    #host
    place A 60, B 40
    capture 100
    edit B 0
    reverse cap1 40
    #rows
    A 60.00 paid 60.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "opens the line that the credit of another one has come to pay": `
    #host
    place A 60, B 40
    capture 100
    edit B 0, C 40
    reverse cap1 100
    #rows
    A 60.00 paid 0.00 open 60.00
    B 0.00 paid 0.00 open 0.00
    C 40.00 paid 0.00 open 40.00
    #state
    none a, 100.00 open, 0.00 unapplied
  `,

  "leaves alone a line that was raised again and paid by other money": `
    #host
    place A 60, B 40
    capture 100
    refund 40, credit 40
    edit B 80
    capture 40
    reverse cap2 40
    #rows
    A 60.00 paid 60.00 open 0.00
    B 40.00 paid 0.00 open 40.00
    #state
    partial a, 40.00 open, 0.00 unapplied
  `,
})

describeFlows("F7: the state of an order of which no money is kept", {
  "is none when all that was paid has been refunded, and its price then rose": `
    #host
    place A 100
    capture 100
    refund 100, credit 100
    edit A 150
    #state
    none a, 50.00 open, 0.00 unapplied
  `,

  "is partial while some of it is kept": `
    #host
    place A 100
    capture 100
    refund 60, credit 60
    edit A 150
    #state
    partial a, 50.00 open, 0.00 unapplied
  `,
})

import { depositRules } from "../../src/modules/reconciliation/settings/deposit-options"
import type { ProductFacts } from "../../src/modules/reconciliation/domain/instalments/deposit"
import { describeFlows } from "../support/flow"

const product = (productId: string, more: Partial<ProductFacts> = {}): ProductFacts => ({
  productId,
  typeId: null,
  collectionId: null,
  categoryIds: [],
  ...more,
})

const products = new Map([
  ["line:order_1_A", product("prod_sofa", { typeId: "ptyp_made" })],
  ["line:order_1_B", product("prod_lamp", { collectionId: "pcol_light" })],
  ["line:order_1_C", product("prod_rug", { categoryIds: ["pcat_floor"] })],
])

const thirds = [
  { afterDays: 10, percent: 33.33 },
  { afterDays: 20, percent: 33.33 },
  { afterDays: 30, percent: 33.34 },
]

describeFlows(
  "F13: down payments that items require",
  {
    "fall due when the order is placed, with the lines that require none; the rest by schedule, the last takes the cent": `
      #host
      place A 100, ship 10
      #plan
      1 d1 40.00 paid 0.00 keeps A 30.00 ship 10.00 due
      2 d11 23.33 paid 0.00 keeps A 23.33 scheduled
      3 d21 23.33 paid 0.00 keeps A 23.33 scheduled
      4 d31 23.34 paid 0.00 keeps A 23.34 scheduled
      #state
      planned –, 110.00 open, 0.00 unapplied
    `,
    "the checkout's money follows them in the same change": `
      #host
      unread: place A 100, B 20
      capture 50
      #applied
      cap1 → A 30.00 instalment
      cap1 → B 20.00 instalment
      #plan
      1 d1 50.00 paid 50.00 keeps nothing settled
      2 d11 23.33 paid 0.00 keeps A 23.33 scheduled
      3 d21 23.33 paid 0.00 keeps A 23.33 scheduled
      4 d31 23.34 paid 0.00 keeps A 23.34 scheduled
      #state
      planned a, 70.00 open, 0.00 unapplied
    `,
    "each item has its own; what falls due on one day is one instalment": `
      #host
      place A 100, C 60
      #plan
      1 d1 75.00 paid 0.00 keeps A 30.00 C 45.00 due
      2 d11 38.33 paid 0.00 keeps A 23.33 C 15.00 scheduled
      3 d21 23.33 paid 0.00 keeps A 23.33 scheduled
      4 d31 23.34 paid 0.00 keeps A 23.34 scheduled
    `,
    "an amount is at most what the line costs": `
      #host
      place A 0.02, C 30
      #plan
      1 d1 30.01 paid 0.00 keeps A 0.01 C 30.00 due
      2 d31 0.01 paid 0.00 keeps A 0.01 scheduled
    `,
    "no item with a rule: no plan": `
      #host
      place B 20, ship 5
      #plan
      #state
      none –, 25.00 open, 0.00 unapplied
    `,
    "a draft is planned when it becomes an order": `
      #host
      draft A 100
      capture 30
      convert
      #plan
      1 d1 30.00 paid 30.00 keeps nothing settled
      2 d11 23.33 paid 0.00 keeps A 23.33 scheduled
      3 d21 23.33 paid 0.00 keeps A 23.33 scheduled
      4 d31 23.34 paid 0.00 keeps A 23.34 scheduled
    `,
    "the plan is of the order as placed, also when it was read late": `
      #host
      unread: place A 100
      edit A 70
      #plan
      1 d1 30.00 paid 0.00 keeps A 30.00 overdue
      2 d11 23.33 paid 0.00 keeps A 23.33 scheduled
      3 d21 23.33 paid 0.00 keeps A 16.67 shrunk by 6.66 scheduled
      4 d31 23.34 paid 0.00 keeps nothing shrunk by 23.34 lapsed
    `,
    "a gift card pays as money does": `
      #host
      place A 100, B 20, gift-card 60
      #applied
      value1 → A 30.00 instalment
      value1 → B 20.00 instalment
      value1 → A 10.00 instalment
    `,
  },
  {
    deposits: {
      products,
      rules: depositRules([
        { type: "ptyp_made", downPayment: { percent: 30 }, schedule: thirds },
        { product: "prod_rug", downPayment: { amount: { usd: "1.00" } }, schedule: thirds },
        {
          category: "pcat_floor",
          downPayment: { amount: { EUR: "45.00" } },
          schedule: [{ afterDays: 10, percent: 100 }],
        },
        {
          type: "ptyp_made",
          downPayment: { percent: 99 },
          schedule: [{ afterDays: 10, percent: 100 }],
        },
      ]),
    },
  },
)

describe("F13: the option deposits", () => {
  const schedule = [{ afterDays: 30, percent: 100 }]
  const right = { product: "prod_1", downPayment: { percent: 30 }, schedule }

  it.each([
    [{ downPayment: right.downPayment, schedule }, /deposits\[0\] names nothing; name the id of one product/],
    [{ ...right, type: "ptyp_1" }, /deposits\[0\] names product and type/],
    [
      { ...right, downPayment: { percent: 0 } },
      /deposits\[0\]\.downPayment\.percent is 0; use a number above 0/,
    ],
    [{ ...right, downPayment: { percent: 33.333 } }, /downPayment\.percent is 33\.333/],
    [
      { ...right, downPayment: { amount: { eur: "5,00" } } },
      /downPayment\.amount\.eur is 5,00; use a decimal/,
    ],
    [{ ...right, downPayment: { amount: { eur: "0.00" } } }, /downPayment\.amount\.eur is 0\.00/],
    [{ ...right, downPayment: { amount: {} } }, /downPayment\.amount names no currency/],
    [{ ...right, downPayment: undefined }, /downPayment is neither/],
    [{ ...right, schedule: [] }, /deposits\[0\]\.schedule shares out 0 per cent of the rest; use 100/],
    [{ ...right, schedule: [{ afterDays: 30, percent: 99.99 }] }, /shares out 99\.99 per cent/],
    [
      { ...right, schedule: [{ afterDays: 0, percent: 100 }] },
      /schedule\[0\]\.afterDays is 0; use a whole number from 1/,
    ],
    [{ ...right, schedule: undefined }, /deposits\[0\]\.schedule is no list/],
  ])("%j is refused at boot", (option, message) => {
    expect(() => depositRules([option as never])).toThrow(message)
  })

  it("that is no list is refused at boot", () => {
    expect(() => depositRules({} as never)).toThrow(/deposits is no list/)
  })
})

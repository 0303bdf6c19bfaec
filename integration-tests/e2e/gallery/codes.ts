import type {
  AllocationExplanation,
  CodeDebt,
  CodeLink,
  CodePayer,
  MatchingCodeView,
  NamedItem,
} from "../../../src/types/http"

/** Codes as the design has them: a music school's order, a cheque over two orders, and a code that nothing pays. */

type Payer = Partial<CodePayer> & Pick<CodePayer, "id" | "amount" | "occurred_on">

const named: NamedItem = {
  kind: "payment",
  side: "credit",
  row: null,
  title: null,
  occurred_on: "2026-10-02",
  reference: "capt_01JDMXQ8Z6K3V5T0W2R9N7B4AC",
  method: "card",
  provider_id: "pp_stripe_stripe",
  detail: null,
}

const payer = (more: Payer): CodePayer => ({
  ...named,
  source: "money",
  here: more.amount,
  elsewhere: { amount: "0.00", codes: [] },
  unallocated: "0.00",
  ...more,
})

const creditOf = (title: string, more: Payer): CodePayer =>
  payer({
    ...more,
    source: "credit",
    kind: "adjustment",
    row: `line:${title}`,
    title,
    method: null,
    provider_id: null,
  })

const debt = (title: string, amount: string, more: Partial<CodeDebt> = {}): CodeDebt => ({
  ...named,
  kind: "charge",
  side: "debit",
  key: `line:${title}`,
  row: `line:${title}`,
  title,
  method: null,
  provider_id: null,
  group: "item",
  order: { id: "order_38", display_id: "38" },
  amount,
  settled: amount,
  planned: "0.00",
  without_money: "0.00",
  ...more,
})

const CARD = payer({ id: "1", amount: "600.00", occurred_on: "2026-10-02" })
const CHEQUE = payer({
  id: "2",
  kind: "deposit",
  method: "cheque",
  provider_id: null,
  reference: "CHQ 7315",
  occurred_on: "2026-10-19",
  amount: "500.00",
  here: "290.00",
  elsewhere: {
    amount: "210.00",
    codes: [
      { rank: 3, code: "C", closed: true },
      { rank: 2, code: "B", closed: true },
    ],
  },
})
const STRINGS = creditOf("Guitar strings, light", { id: "3", amount: "38.25", occurred_on: "2026-11-20" })
const BEETHOVEN = creditOf("Beethoven, Piano Sonatas I", {
  id: "4",
  amount: "30.60",
  occurred_on: "2026-11-24",
})

const COURSE = debt("Course of six lessons", "378.00", {
  settled: "63.80",
  planned: "300.00",
  without_money: "14.20",
})
const PARCEL = debt("Insured parcel", "12.75", { settled: "0.00", without_money: "12.75" })
const REFUND = debt("", "30.60", {
  kind: "refund",
  key: "ref:1#1",
  row: null,
  title: null,
  occurred_on: "2026-11-24",
  group: "refund",
})
const [VIOLIN, STAND, GUITAR, SONATAS] = [
  debt("Violin outfit, full size", "612.00"),
  debt("Folding music stand", "107.10"),
  debt("Guitar strings, light", "114.75"),
  debt("Beethoven, Piano Sonatas I", "30.60"),
] as const

function link(
  from: CodePayer,
  to: CodeDebt,
  amount: string,
  more: Partial<AllocationExplanation> = {},
): CodeLink {
  return {
    from: from.id,
    to: to.key,
    amount,
    instalment_bound: false,
    explanations: [
      {
        allocation_id: `${from.id} ${to.key}`,
        origin: "auto",
        step: 1,
        amount,
        rule: "oldest_first",
        credit: from,
        debit: to,
        credit_open_before: from.amount,
        debit_open_before: to.amount,
        limit: "settled",
        because: "",
        recorded_at: "2026-11-26T09:12:00.000Z",
        ...more,
      },
    ],
  }
}

export const CODE: MatchingCodeView = {
  rank: 4,
  code: "d",
  closed: false,
  account: {
    id: "12",
    owner_type: "customer",
    owner_id: "cus_1",
    customer: { id: "cus_1", name: "James Okafor", email: null },
    currency_code: "usd",
    digits: 2,
  },
  order: { id: "order_38", display_id: "38" },
  from: [CARD, CHEQUE, STRINGS, BEETHOVEN],
  to: [VIOLIN, STAND, GUITAR, SONATAS, COURSE, PARCEL, REFUND],
  links: [
    link(CARD, VIOLIN, "600.00", { rule: "line_order", origin: "backfill" }),
    link(CHEQUE, VIOLIN, "12.00"),
    link(CHEQUE, STAND, "107.10"),
    link(CHEQUE, GUITAR, "114.75"),
    link(CHEQUE, SONATAS, "30.60"),
    link(CHEQUE, COURSE, "25.55"),
    link(STRINGS, COURSE, "38.25", { rule: "own_order" }),
    link(BEETHOVEN, REFUND, "30.60", { rule: "refund_of_credit" }),
  ],
  totals: {
    pays: "958.85",
    money: "890.00",
    credits: "68.85",
    settles: "958.85",
    items: "928.25",
    refunds: "30.60",
    difference: "0.00",
    still_open: "326.95",
    planned: "300.00",
  },
}

/** The same order's code when all that had paid it was taken off again. */
export const EMPTY_CODE: MatchingCodeView = {
  ...CODE,
  from: [],
  to: [debt("Violin outfit, full size", "612.00", { settled: "0.00", without_money: "612.00" })],
  links: [],
  totals: {
    ...CODE.totals,
    pays: "0.00",
    money: "0.00",
    credits: "0.00",
    settles: "0.00",
    items: "0.00",
    refunds: "0.00",
    still_open: "612.00",
    planned: "0.00",
  },
}

/** One payment over six items, with a name that no place has room for. */
export const LONG_CODE: MatchingCodeView = (() => {
  const items = Array.from({ length: 6 }, (_, place) =>
    debt(`Violoncello-Unterrichtsgebührenvorauszahlung, Gruppe ${place + 1}, mittwochs`, `${place + 1}.00`, {
      order: { id: `order_${place}`, display_id: String(place + 1) },
    }),
  )
  const money = payer({
    ...CHEQUE,
    amount: "91.00",
    here: "21.00",
    elsewhere: { amount: "0.00", codes: [] },
    unallocated: "70.00",
  })
  return {
    ...CODE,
    rank: 731,
    code: "abc",
    order: null,
    from: [money],
    to: items,
    links: items.map((item) => link(money, item, item.amount)),
    totals: {
      ...CODE.totals,
      pays: "21.00",
      money: "21.00",
      credits: "0.00",
      settles: "21.00",
      items: "21.00",
      refunds: "0.00",
      still_open: "70.00",
      planned: "0.00",
    },
  }
})()

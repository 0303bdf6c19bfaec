import type { CheckView, FindingView } from "../../../src/types/http"

const finding = (id: number, invariant: string, more: Partial<FindingView> = {}): FindingView => ({
  id: String(id),
  invariant,
  means: "What the rule says, in English.",
  row: { table: "open_item", id: String(4000 + id), kind: "payment" },
  account_id: "12",
  document_id: "31",
  order_id: `order_01KB2Q7M5H3Z8W9R4T6Y1${id}`,
  display_id: String(30 + id),
  stored: "7500",
  expected: "7400",
  cause: "past_the_ledger",
  cause_says: "",
  cure: "recount",
  cure_says: "",
  repair: "recount",
  is_new: false,
  repaired: null,
  ...more,
})

/** A rule each, in every cause, cure and state that a finding may have. */
export const FINDINGS: readonly FindingView[] = [
  finding(1, "item_counter", { is_new: true }),
  finding(2, "list_row", { cause: "triggers_off", cure: "render", repair: "render" }),
  finding(3, "host_money", {
    cause: "host_moved_on",
    cure: "rebuild",
    repair: "rebuild",
    stored: "payment pay_01KB2Q7M5H3Z8W9R4T6Y1ABCDEFGHIJKLMNOPQRSTUVWXYZ 16800",
    expected: "payment pay_01KB2Q7M5H3Z8W9R4T6Y1ABCDEFGHIJKLMNOPQRSTUVWXYZ 12000",
  }),
  finding(4, "typed_text", {
    cure: "restore",
    repair: null,
    account_id: null,
    order_id: null,
    display_id: null,
  }),
  finding(5, "item_cap", { cure: "correct", repair: null }),
  finding(6, "a_rule_of_a_later_release", { cure: "report", repair: null }),
  finding(7, "code_next", {
    repair: null,
    order_id: null,
    display_id: null,
    repaired: { change_id: "81", at: "2026-11-27T03:12:00.000Z" },
  }),
]

const CHECK: CheckView = {
  id: "3",
  recorded_at: "2026-11-27T03:10:00.000Z",
  actor: { type: "system", id: null, name: null },
  cause: "nightly check",
  milliseconds: 812,
  invariants: 51,
  faults: FINDINGS.length,
  fresh: 1,
  counts: FINDINGS.map(({ invariant }) => ({ invariant, count: 1 })),
}

export const CHECKS = { found: CHECK, fine: { ...CHECK, faults: 0, fresh: 0, counts: [] } } as const

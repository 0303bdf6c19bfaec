import { candidateOf } from "../../src/modules/reconciliation/domain/allocation/candidate"
import type { Candidate } from "../../src/modules/reconciliation/domain/allocation/strategy"
import type { Instalment } from "../../src/modules/reconciliation/domain/instalments/instalment"
import type { Allocation, OpenItem, TaxPart } from "../../src/modules/reconciliation/domain/open-item"
import type { PinnedLine } from "../../src/modules/reconciliation/domain/instalments/pinned-line"

type Facts = Partial<OpenItem> & Pick<OpenItem, "id" | "kind" | "amount">

/** How keys of what is no line begin; of lines, tests say the key. */
const PREFIXES: Readonly<Partial<Record<OpenItem["kind"], string>>> = {
  payment: "cap",
  refund: "ref",
  deposit: "deposit",
  stored_value: "value",
  write_off: "woff",
  rounding: "round",
  charge: "line",
  adjustment: "line",
  shipping: "ship",
}

const MOMENT = { occurredAt: "2026-01-01T09:00:00.000Z", occurredOn: "2026-01-01" }

/** An item of order 1 that owes or pays an amount; what a test does not say is as plain as can be. */
function itemOf(side: OpenItem["side"], facts: Facts): OpenItem {
  const key = facts.key ?? `${PREFIXES[facts.kind] ?? "cl"}:${facts.id}`
  const taxes = facts.taxes ?? []
  return {
    documentId: 1n,
    side,
    key,
    sequence: 1,
    lineKey: null,
    position: Number(facts.id),
    title: key,
    reference: key,
    method: null,
    ...MOMENT,
    dueOn: null,
    allocated: 0n,
    taxes,
    taxesAllocated: taxes.map(() => 0n),
    ...facts,
  }
}

export const debit = (facts: Facts): OpenItem => itemOf("debit", facts)
export const credit = (facts: Facts): OpenItem => itemOf("credit", facts)

/** A charge of a line that is named by its letter. */
export const charge = (id: bigint, line: string, amount: bigint, more: Partial<OpenItem> = {}): OpenItem =>
  debit({ id, kind: "charge", key: `line:${line}`, lineKey: `line:${line}`, amount, ...more })

/** Tax at 20 % and, where there is a second amount, at 10 %. */
export const taxes = (...amounts: bigint[]): TaxPart[] =>
  amounts.map((amount, rate) => ({ code: "VAT", rate: rate === 0 ? "20" : "10", amount }))

/** Items as a plan begins with them. */
export const open = (...items: OpenItem[]): Candidate[] =>
  items.map((item) => candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn }))

/** Amounts of lines that are named by their letters. */
export const lines = (...pairs: [string, bigint][]): PinnedLine[] =>
  pairs.map(([line, amount]) => ({ lineKey: `line:${line}`, amount }))

/** An instalment that falls due on the day of February of its number. */
export const instalment = (number: number, amount: bigint, more: Partial<Instalment> = {}): Instalment => ({
  id: BigInt(number),
  number,
  dueOn: `2026-02-0${number}`,
  amount,
  method: null,
  reference: null,
  pins: [],
  failed: false,
  cancelled: false,
  settled: [],
  takenBack: [],
  ...more,
})

/** A live allocation: which credit holds how much of which debit. */
export const held = (
  id: bigint,
  pair: [bigint, bigint],
  amount: bigint,
  more: Partial<Allocation> = {},
): Allocation => ({
  id,
  creditItemId: pair[0],
  debitItemId: pair[1],
  amount,
  origin: "auto",
  rule: "line_order",
  step: 1,
  creditOpenBefore: amount,
  debitOpenBefore: amount,
  creditTaxes: [],
  debitTaxes: [],
  instalmentId: null,
  releases: null,
  accountingOn: "2026-01-01",
  recordedAt: "2026-01-01T09:00:00.000Z",
  ...more,
})

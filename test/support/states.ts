import type {
  Desired,
  DocumentState,
  PostingClass,
} from "../../src/modules/reconciliation/domain/posting/document-state"

/** Noon of a day of January. */
export function whenOf(day: number): { at: string; on: string } {
  const on = `2026-01-${String(day).padStart(2, "0")}`
  return { on, at: `${on}T12:00:00.000Z` }
}

const PREFIXES: Readonly<Partial<Record<PostingClass, string>>> = {
  shipping: "ship",
  return_shipping: "ship",
  credit_line: "cl",
  payment: "cap",
  stored_value: "value",
  refund: "ref",
}

/** What the host shows of a thing on a day. */
export function shown(
  postingClass: PostingClass,
  signed: bigint,
  { name = "1", day = 2, ...more }: Partial<Desired> & { name?: string; day?: number } = {},
): Desired {
  const key = `${PREFIXES[postingClass] ?? "line"}:${name}`
  return {
    key,
    class: postingClass,
    signed,
    lineKey: /^(?:line|ship)/.test(key) ? key : null,
    position: 0,
    title: `Title of ${key}`,
    reference: key,
    method: null,
    ...whenOf(day),
    taxes: [],
    ...more,
  }
}

const MONEY: ReadonlySet<PostingClass> = new Set(["payment", "stored_value", "refund"])

/** An order on a day; its lines and its money are told apart by their class. */
export function stateOf(day: number, desired: Desired[], more: Partial<DocumentState> = {}): DocumentState {
  return {
    ...whenOf(day),
    version: 1,
    lines: desired.filter((one) => !MONEY.has(one.class)),
    money: desired.filter((one) => MONEY.has(one.class)),
    balance: null,
    creditedLines: [],
    canceled: null,
    ...more,
  }
}

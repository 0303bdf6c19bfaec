import { receivedOf } from "../../src/modules/reconciliation/domain/instalments/instalment"
import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import { matchingCode } from "../../src/modules/reconciliation/domain/matching-code"
import { openAmount, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { codesOpenedBy } from "../../src/modules/reconciliation/domain/allocation/sequence"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { WorkingLedger } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { Book, DOCUMENT_ID, type BookOptions } from "./book"
import { correct } from "./book-corrections"
import { act } from "./flow-steps"
import { HostTimeline } from "./host-timeline"
import { brokenIdentities } from "./matrix-identities"
import { actPlan, dayOf, PLAN_STEP } from "./plan-steps"
import { stateOfInstalment } from "../../src/modules/reconciliation/domain/instalments/reserve"

export interface FlowOptions {
  currency?: string
  digits?: number
  strategy?: StrategyName
  refundLines?: BookOptions["refundLines"]
  deposits?: BookOptions["deposits"]
}

const SECTIONS = ["host", "items", "applied", "rows", "columns", "plan", "state"] as const
type Section = (typeof SECTIONS)[number]

/** A scenario as text: "#host" says what happens, a day a line; the other sections what must then stand. */
export type FlowTable = Partial<Record<Section, string[]>> & { host: string[] }

export function parseFlow(text: string): FlowTable {
  const table: FlowTable = { host: [] }
  let section: Section = "host"
  for (const line of text.split("\n").map((one) => one.trim().replaceAll(/\s+/g, " "))) {
    if (line === "") continue
    if (!line.startsWith("#")) {
      table[section]?.push(line)
      continue
    }
    const name = SECTIONS.find((one) => line === `#${one}`)
    if (!name) throw new Error(`a flow has no section "${line}"; it may have ${SECTIONS.join(", ")}`)
    section = name
    table[section] = []
  }
  return table
}

/** Reads that see steps the host keeps no record of cannot be made up for later. */
const UNRECORDED =
  /^(unread: )?(vanish|taxes|draft|convert|undo|uncancel|plan|unplan|postpone|fail|drop|wait|reverse|write|keep|revoke)\b/

/** A step before which this stands happens without the ledger reading it at once. */
const UNREAD = "unread: "

/** Acts the steps of a timeline, a day each, and lets a book read after each one that is not unread. */
export function actFlow(table: FlowTable, timeline: HostTimeline, book: Book): void {
  table.host.forEach((step, index) => {
    book.today = dayOf(`d${index + 1}`)
    if (PLAN_STEP.test(step)) return actPlan(book, step)
    if (correct(book, step, index + 1)) return
    act(timeline, step.startsWith(UNREAD) ? step.slice(UNREAD.length) : step, index + 1)
    if (!step.startsWith(UNREAD)) book.read(timeline)
  })
}

/**
 * Acts a scenario, reading the order after every step, and compares what stands with its table. Every
 * scenario also shows that a second read adds nothing, that one late read gives the same rows, that all
 * items add up to the host's exact balance, and that the matrix keeps its identities.
 */
export function runFlow(text: string, options: FlowOptions = {}): void {
  const table = parseFlow(text)
  const timeline = new HostTimeline({ currency: options.currency ?? "eur" })
  const prompt = new Book(options)
  actFlow(table, timeline, prompt)
  const seen = describeBook(prompt)
  const shown: Partial<FlowTable> = {}
  for (const section of SECTIONS) if (section !== "host" && table[section]) shown[section] = seen[section]
  const { host: _, ...wanted } = table
  expect(shown).toEqual(wanted)

  expect(prompt.read(timeline)).toBe(0)
  expect(brokenIdentities(prompt.matrix(), prompt.items)).toEqual([])
  if (prompt.matrix().cells.length > 0) expect(receivedIn(prompt)).toEqual(shownAsReceived(prompt))
  expect(prompt.sum()).toBe(prompt.historyOf(timeline).states.at(-1)?.balance)
  if (table.host.some((step) => UNRECORDED.test(step))) return
  const late = new Book(options)
  late.today = prompt.today
  late.read(timeline)
  expect(describeBook(late)).toEqual(seen)
}

/** What each line has received, as refunds go by it. */
function receivedIn({ items }: Book): Record<string, bigint> {
  const placed = { placedAt: "2026-01-01T09:00:00.000Z", placedOn: "2026-01-01" }
  return Object.fromEntries(new WorkingLedger({ documentId: DOCUMENT_ID, ...placed, items }).received())
}

/** What the matrix says that each line has received. */
function shownAsReceived(book: Book): Record<string, bigint> {
  return Object.fromEntries(book.matrix().rows.map(({ key, allocated }) => [key, allocated]))
}

/** What stands in a book, in the words of a scenario's table. */
export function describeBook(book: Book): Record<Exclude<Section, "host">, string[]> {
  const names = namesOf(book.items)
  const name = (id: bigint): string => names.get(id) ?? id.toString()
  const money = (units: bigint): string => decimalOf(units, book.digits)
  const matrix = book.matrix()
  return {
    items: book.items.map(
      (item) =>
        `d${Number(item.occurredOn.slice(8))} ${item.side} ${item.kind} ${name(item.id)} ${money(item.amount)}${lineOf(item)}`,
    ),
    applied: book.allocations.map(
      (one) => `${name(one.creditItemId)} → ${name(one.debitItemId)} ${money(one.amount)} ${one.rule}`,
    ),
    rows: matrix.rows.map(
      (row) => `${short(row.key)} ${money(row.net)} paid ${money(row.allocated)} open ${money(row.open)}`,
    ),
    columns: matrix.columns.map(
      ({ item, kind, amount, onThisOrder, paidBack, unallocated }) =>
        `${name(item.id)} ${kind} ${money(amount)} here ${money(onThisOrder)} back ${money(paidBack)} left ${money(unallocated)}`,
    ),
    plan: planOf(book),
    state: [stateOf(book)],
  }
}

/** For example "1 d5 50.00 paid 20.00 keeps A 30.00 scheduled"; earlier plans are listed as well. */
function planOf(book: Book): string[] {
  const reservations = book.reservations()
  const money = (units: bigint): string => decimalOf(units, book.digits)
  return book.instalments().map((one) => {
    const reservation = reservations.find(({ instalment }) => instalment.id === one.id)
    const kept = (reservation?.lines ?? []).map(({ lineKey, amount }) =>
      `${short(lineKey)} ${money(amount)}`.trim(),
    )
    const shrunk = reservation?.shrunkBy ? ` shrunk by ${money(reservation.shrunkBy)}` : ""
    const paid = money(receivedOf(one))
    const state = stateOfInstalment(one, reservation, book.today)
    return `${one.number} d${Number(one.dueOn.slice(8))} ${money(one.amount)} paid ${paid} keeps ${kept.join(" ") || "nothing"}${shrunk} ${state}`
  })
}

/** For example "partial a, 68.00 open, 0.00 unapplied". */
function stateOf(book: Book): string {
  const open = (side: OpenItem["side"]): string =>
    decimalOf(
      book.items.filter((item) => item.side === side).reduce((sum, item) => sum + openAmount(item), 0n),
      book.digits,
    )
  return `${book.state()} ${codeOf(book)}, ${open("debit")} open, ${open("credit")} unapplied`
}

/** The order's matching code as its page shows it; "–" when it has none. */
export function codeOf(book: Book): string {
  const pairs = book.allocations.map((one) => ({
    credit: book.item(one.creditItemId),
    debit: book.item(one.debitItemId),
  }))
  const owners = codesOpenedBy(pairs, { documents: new Set(), items: new Set() })
  const rank = owners.findIndex((owner) => "documentId" in owner) + 1
  return rank > 0 ? matchingCode(rank, book.state() === "full") : "–"
}

/** Names as an admin would say them: A, cap1, "cancel A"; "#2" is the second item of its key. */
function namesOf(items: readonly OpenItem[]): Map<bigint, string> {
  const counts = new Map<string, number>()
  const keys = new Map<string, string>()
  const names = new Map<bigint, string>()
  for (const item of items) {
    const known = keys.get(item.key) ?? nameOf(item, counts)
    keys.set(item.key, known)
    names.set(item.id, item.sequence === 1 ? known : `${known}#${item.sequence}`)
  }
  return names
}

function nameOf({ key }: OpenItem, counts: Map<string, number>): string {
  const [prefix = ""] = key.split(":")
  if (prefix === "rev") return `rev${key.endsWith(".void") ? "-known" : (key.split(".")[1] ?? "")}`
  if (prefix === "cancel") return `cancel ${short(key.slice("cancel:".length))}`
  if (!["cl", "value", "out"].includes(prefix)) return short(key)
  const count = (counts.get(prefix) ?? 0) + 1
  counts.set(prefix, count)
  return `${prefix}${count}`
}

function lineOf({ key, lineKey }: OpenItem): string {
  return lineKey !== null && lineKey !== key && !key.startsWith("cancel:") ? ` of ${short(lineKey)}` : ""
}

function short(key: string): string {
  const [prefix = "", ...rest] = key.split(":")
  return prefix === "round" ? "round" : rest.join(":").replace(/^order_\d+_/, "")
}

/** One test a scenario; its name says what it shows. */
export function describeFlows(
  title: string,
  flows: Readonly<Record<string, string>>,
  options: FlowOptions = {},
): void {
  describe(title, () => {
    it.each(Object.entries(flows))("%s", (_, text) => {
      runFlow(text, options)
    })
  })
}

import { Modules } from "@medusajs/framework/utils"
import { exactSum, negated, quantise } from "../../src/modules/reconciliation/domain/quantise"
import type { OrderReconciliation } from "../../src/types/http"
import { reconcileOrdersWorkflow } from "../../src/workflows"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { violationsIn } from "./audit"
import type { Host } from "./host"
import { decimal, hostBooks, linesOf, paymentsOf, rowsOf, sumsOf, type HostBooks } from "./host-order"
import type { TestStore } from "./store"
import { table, tableOf } from "./table"

/** Exceptions, each named by the test that knows why. */
export interface SoundOptions {
  /** The host's total is not the sum of its rows. */
  e1?: false
  /** The host's pending difference is not what its rows leave open. */
  e2?: false
  /** The order's version must not be raised here. */
  e4?: false
  /** Codes of the problems the order must have; by default none while the host agrees with itself. */
  problems?: string[]
}

/** Each key's items in the ledger, as signed minor units: debits positive. */
type Standing = ReadonlyMap<string, bigint>

/**
 * Everything that must hold of an order after every step; fails the test with what differs. It waits until
 * the plugin is up to date with the host. Last it raises the order's version without a change of money (E4),
 * unless a change of the order is open, because the host allows one at a time.
 */
export async function expectSound(
  host: Host,
  store: TestStore,
  orderId: string,
  options: SoundOptions = {},
): Promise<void> {
  await upToDate(host, orderId)
  const [view, books, standing] = [
    await store.order(orderId),
    await hostBooks(host, orderId),
    await standingOf(host, orderId),
  ]
  const units = (raw: string): bigint => quantise(raw, view.digits)
  expect(view.account_id === "" ? [] : await violationsIn(host, view.account_id)).toEqual([])
  expect(broken(view)).toEqual([])
  expect(Object.fromEntries(moneyStanding(standing))).toEqual(moneyShown(books, view.digits))
  expect(Object.fromEntries(linesStanding(standing))).toEqual(linesShown(books, view.digits))

  const sums = sumsOf(books)
  const small = Math.abs(Number(sums.credited)) <= 10 ** -view.digits && Number(sums.credited) !== 0
  // E1: the host leaves credit lines out of its total when they come to its epsilon at most.
  if (options.e1 !== false && !small) {
    expect({ total: units(decimal(books.raw_total)) }).toEqual({
      total: units(exactSum([sums.lines, negated(sums.credited)])),
    })
  }
  // E3: captures and refunds are what happened, transactions are the host's own count of them.
  const agrees = units(sums.counted) === units(sums.kept)
  expect({ agrees, state: view.state === "error" ? "error" : "sound" }).toEqual({
    agrees,
    state: agrees && !options.problems ? "sound" : "error",
  })
  expect(view.problems.filter(({ remedy, detail }) => remedy === "" || detail === "")).toEqual([])
  if (options.problems) expect(view.problems.map(({ code }) => code)).toEqual(options.problems)
  // E2: what the ledger has open is what the host says is due, and what it expects back.
  if (agrees && options.e2 !== false) expectBalance(books, standing, { units, small })
  if (options.e4 !== false) await expectStableKeys(host, books)
  await host.settled()
}

/**
 * A check to be called after each step with the order's table (see table.ts): it compares the table, then
 * everything that must hold of the order (expectSound).
 */
export function booksOf(
  host: Host,
  store: TestStore,
  orderId: string,
): (expected: string, options?: SoundOptions) => Promise<void> {
  return async (expected, options) => {
    await upToDate(host, orderId)
    expect(tableOf(await store.order(orderId))).toBe(table(expected))
    await expectSound(host, store, orderId, options)
  }
}

/** Waits until the ledger has read the order as the host has it now; fails with what holds it up. */
export async function upToDate(host: Host, orderId: string, milliseconds = 60_000): Promise<void> {
  await host.settled()
  const ledger = ledgerOf(host.container())
  const end = Date.now() + milliseconds
  for (;;) {
    // A moment before all others: only marks count, no retry and no repeated read.
    const unread = await ledger.sweep.findUnread({
      since: LONG_AGO,
      now: LONG_AGO,
      after: "",
      limit: 100_000,
    })
    if (!unread.includes(orderId) || (await isEmpty(host, orderId))) return
    if (Date.now() > end) {
      const retries = await host.sql("select * from reconciliation_retry where order_id = ?", [orderId])
      throw new Error(`the ledger has not read ${orderId}; failed attempts: ${JSON.stringify(retries)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const LONG_AGO = "1970-01-01T00:00:00.000Z"

/** An order without lines and money opens no document, and so is never marked as read. */
async function isEmpty(host: Host, orderId: string): Promise<boolean> {
  const known = await host.sql("select id from reconciliation_document where order_id = ?", [orderId])
  if (known.length > 0) return false
  const books = await hostBooks(host, orderId)
  return (linesOf(books).length === 0 || isDraft(books)) && sumsOf(books).captured === "0"
}

const isDraft = ({ status, is_draft_order: draft }: HostBooks): boolean =>
  status === "draft" || draft === true

async function standingOf(host: Host, orderId: string): Promise<Standing> {
  const rows = await host.sql<{ key: string; net: string }>(
    `select i.key, sum(case when i.side = 'debit' then i.amount else -i.amount end)::text as net
       from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
      where d.order_id = ? group by i.key order by i.key`,
    [orderId],
  )
  return new Map(rows.map(({ key, net }) => [key, BigInt(net)]))
}

const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((total, amount) => total + amount, 0n)

/** Totals under keys of one kind. */
function under(standing: Standing, prefix: string): bigint {
  return sum([...standing].flatMap(([key, net]) => (key.startsWith(prefix) ? [net] : [])))
}

function moneyStanding(standing: Standing): [string, bigint][] {
  return [
    ["captured", -under(standing, "cap:")],
    ["refunded", under(standing, "ref:")],
    ["credited", -under(standing, "cl:") - under(standing, "value:") - under(standing, "out:")],
  ]
}

/** Conservation: money rounded as the provider does, per payment in all; whatever their collection's status. */
function moneyShown(books: HostBooks, digits: number): Record<string, bigint> {
  const total = (rows: Parameters<typeof rowsOf<{ raw_amount: { value: string | number } }>>[0]): bigint =>
    quantise(exactSum(rowsOf(rows).map(({ raw_amount: raw }) => decimal(raw))), digits)
  const credits = isDraft(books) ? [] : rowsOf(books.credit_lines)
  return {
    captured: sum(paymentsOf(books).map(({ captures }) => total(captures))),
    refunded: sum(paymentsOf(books).map(({ refunds }) => total(refunds))),
    credited: sum(credits.map(({ raw_amount: raw }) => quantise(decimal(raw), digits))),
  }
}

/** Each line and shipping method stands at what the host charges for it; one that is gone, at nothing. */
function linesStanding(standing: Standing): [string, bigint][] {
  return [...standing].filter(([key, net]) => /^(line|ship):/.test(key) && net !== 0n)
}

function linesShown(books: HostBooks, digits: number): Record<string, bigint> {
  if (isDraft(books)) return {}
  const methods = new Set(rowsOf(books.shipping_methods).map(({ id }) => id))
  return Object.fromEntries(
    linesOf(books).flatMap(({ id, raw_total: raw }) => {
      const units = quantise(decimal(raw), digits)
      return units === 0n ? [] : [[`${methods.has(id) ? "ship" : "line"}:${id}`, units]]
    }),
  )
}

/** Identities of the matrix (docs/spec/matrix.md) that the answer must keep; in words, empty when it does. */
function broken({ rows, columns, cells, totals }: OrderReconciliation): string[] {
  const units = (amount: string): bigint => BigInt(amount.replace(".", ""))
  const of = (amounts: string[]): bigint => sum(amounts.map(units))
  const inRow = (key: string): string[] => cells.flatMap(({ row, amount }) => (row === key ? [amount] : []))
  const inColumn = (id: string): string[] =>
    cells.flatMap(({ column, amount }) => (column === id ? [amount] : []))
  return [
    ...rows.flatMap(({ key, title, net, allocated, open }) => [
      ...(units(net) === units(allocated) + units(open) ? [] : [`${title}: net`]),
      ...(units(allocated) === of(inRow(key)) ? [] : [`${title}: allocated`]),
    ]),
    ...columns.flatMap(({ id, kind, amount, on_this_order: here, paid_back, elsewhere, unallocated }) => [
      ...(units(amount) === of([here, paid_back, elsewhere.amount, unallocated]) ? [] : [`${kind}: amount`]),
      ...(units(here) === of(inColumn(id)) ? [] : [`${kind}: on this order`]),
    ]),
    ...cells.flatMap(({ row, column, explanations }) =>
      explanations.some(({ credit, debit }) => credit ?? debit) ? [] : [`no why: ${row} × ${column}`],
    ),
    ...(of(columns.map(({ paid_back: paid }) => paid)) === 0n ? [] : ["paid back"]),
    ...(units(totals.open) === of(rows.map(({ open }) => open)) ? [] : ["open"]),
  ]
}

function expectBalance(
  books: HostBooks,
  standing: Standing,
  { units, small }: { units: (raw: string) => bigint; small: boolean },
): void {
  const balance = sum(standing.values())
  const { kept, returning } = sumsOf(books)
  const stored = under(standing, "value:") + under(standing, "out:")
  // Nothing is owed on what is cancelled or not yet ordered, whatever the host says is due: money is all there is.
  const due =
    books.status === "canceled" || isDraft(books)
      ? units(negated(kept)) + stored
      : units(exactSum([decimal(books.summary.raw_pending_difference), returning]))
  const apart = balance > due ? balance - due : due - balance
  // The host calls nothing due what comes to its epsilon at most.
  expect({ balance: apart <= (small ? 1n : 0n) ? due : balance }).toEqual({ balance: due })
}

/** E4: a new version that changes no money posts nothing, so every key has survived it. */
async function expectStableKeys(host: Host, { id, customer_id: customer }: HostBooks): Promise<void> {
  if (!(await raiseVersion(host, id, customer))) return
  const rows = (): Promise<unknown[]> =>
    host.sql(
      `select i.key, i.sequence, i.side, i.amount::text, i.allocated::text
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? order by i.key, i.sequence`,
      [id],
    )
  const before = await rows()
  await reconcileOrdersWorkflow(host.container()).run({
    input: { order_ids: [id], cause: "a version without a change of money" },
  })
  expect(await rows()).toEqual(before)
}

/** Gives the order to the customer it has: the host makes every row of the order anew, at the same amounts. */
async function raiseVersion(host: Host, orderId: string, customerId: string | null): Promise<boolean> {
  const orders = host.container().resolve(Modules.ORDER)
  const active = await orders.listOrderChanges({ order_id: orderId, status: ["pending", "requested"] })
  if (active.length > 0 || customerId === null) return false
  const change = await orders.createOrderChange({
    order_id: orderId,
    actions: [{ action: "TRANSFER_CUSTOMER", reference_id: customerId }],
  })
  await orders.confirmOrderChange(change.id)
  return true
}

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { RECONCILIATION_MODULE } from "../../src/modules/reconciliation"
import type { HostOrder } from "../../src/modules/reconciliation/ingest/host-order"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { Book } from "../../test/support/book"
import type { HostTimeline } from "../../test/support/host-timeline"
import { tell } from "../../test/support/random-timeline"
import { DIGITS, type History, type Step } from "./history"

/** The host's marks of change, as its tables carry them. */
export interface Marks {
  readonly order: string
  readonly money: string
}

interface Shown {
  readonly timeline: HostTimeline
  readonly marks: Marks
  readonly inFlight: boolean
}

/** Where a read is held up, as by a slow host. */
export interface Hold {
  /** Before the host is asked. */
  readonly before: () => Promise<void>
  /** After it was asked for the order. */
  readonly after: (orderIds: readonly string[]) => Promise<void>
}

export const orderIdOf = ({ name }: History, order: number): string => `order_${name}_${order}`
export const customerOf = ({ name }: History): string => `cus_${name}`

/** The columns of the host's tables that the sweep reads; all else of the host is acted. */
const TABLES = `
  create table "order" (id text primary key, version integer not null, updated_at timestamptz not null, deleted_at timestamptz);
  create table payment_collection (id text primary key, updated_at timestamptz not null);
  create table order_payment_collection (order_id text, payment_collection_id text, deleted_at timestamptz);
  create table order_item (order_id text, item_id text, version integer, deleted_at timestamptz);
  create table order_line_item_tax_line (item_id text, created_at timestamptz, deleted_at timestamptz);
  create table order_shipping (order_id text, shipping_method_id text, version integer, deleted_at timestamptz);
  create table order_shipping_method_tax_line (shipping_method_id text, created_at timestamptz, deleted_at timestamptz)`

/**
 * A host in which timelines happen: it answers the queries that a reconciliation asks, and its marks stand
 * in tables like the real one's, where the sweep's own statement finds them.
 */
export class ActedHost {
  private readonly orders = new Map<string, Shown>()

  private constructor(private readonly pool: Knex) {}

  static async open(pool: Knex): Promise<ActedHost> {
    await pool.raw(TABLES)
    return new ActedHost(pool)
  }

  /** Lets a step happen, marked with a moment; says whether any mark moved, and so whether anything tells of it. */
  async happen(history: History, step: Step, at: string): Promise<boolean> {
    const id = orderIdOf(history, step.order)
    const timeline = tellTo(history, step)
    const before = this.orders.get(id)
    const marks = marksAfter(before, timeline, { at, inFlight: step.inFlight })
    this.orders.set(id, { timeline, marks, inFlight: step.inFlight })
    if (marks === before?.marks) return false
    await this.save(id, timeline.hostVersion, marks)
    return true
  }

  marksOf(orderId: string): Marks | undefined {
    return this.orders.get(orderId)?.marks
  }

  isInFlight(orderId: string): boolean {
    return this.orders.get(orderId)?.inFlight === true
  }

  /** A container with this host's query and a ledger, as a subscriber's or the sweep's is. */
  container(ledger: ReconciliationModuleService, hold: Hold = NO_HOLD): MedusaContainer {
    const registered = new Map<string, unknown>([
      [RECONCILIATION_MODULE, ledger],
      [
        ContainerRegistrationKeys.QUERY,
        { graph: async (asked: Asked) => ({ data: await this.answer(asked, hold) }) },
      ],
      [ContainerRegistrationKeys.LOGGER, { error: (line: string) => console.error(line) }],
    ])
    return { resolve: (name: string) => registered.get(name) } as unknown as MedusaContainer
  }

  private async answer({ entity, filters }: Asked, hold: Hold): Promise<unknown[]> {
    if (entity === "currency") {
      return Object.entries(DIGITS).map(([code, digits]) => ({ code, decimal_digits: digits }))
    }
    if (entity === "order_change") {
      return listed(filters["order_id"]).flatMap(
        (id) => this.orders.get(id)?.timeline.confirmedChanges() ?? [],
      )
    }
    if (filters["version"] !== undefined) {
      const versions = this.orders.get(String(filters["id"]))?.timeline.versionsSince(0) ?? []
      return versions.filter(({ version }) => version === filters["version"])
    }
    await hold.before()
    const orderIds = listed(filters["id"])
    const orders = orderIds.flatMap((id) => {
      const shown = this.orders.get(id)
      return shown ? [orderOf(shown)] : []
    })
    await hold.after(orderIds)
    return orders
  }

  private async save(id: string, version: number, { order, money }: Marks): Promise<void> {
    await this.pool.raw(
      `with saved as (
         insert into "order" as o (id, version, updated_at) values (?, ?, ?)
         on conflict (id) do update set version = excluded.version, updated_at = excluded.updated_at
         returning o.id, o.xmax = 0 as is_new
       ), linked as (
         insert into order_payment_collection (order_id, payment_collection_id)
         select id, 'paycol_' || id from saved where is_new
       )
       insert into payment_collection (id, updated_at) select 'paycol_' || id, ?::timestamptz from saved
       on conflict (id) do update set updated_at = excluded.updated_at`,
      [id, version, order, money],
    )
  }
}

interface Asked {
  readonly entity: string
  readonly filters: Readonly<Record<string, unknown>>
}

const nothing = async (): Promise<void> => undefined
export const NO_HOLD: Hold = { before: nothing, after: nothing }

/** Long before any sweep, as money may not be dated after today: its age settles a row, if its own transaction does not. */
const PLACED = Date.parse("2025-01-01T09:00:00Z")

function tellTo(history: History, { order, until, inFlight }: Step): HostTimeline {
  const [timeline] = history.timelines.slice(order)
  if (!timeline) throw new Error(`${history.name} has no order ${order}`)
  const told = tell(timeline, until, {
    orderId: orderIdOf(history, order),
    customerId: customerOf(history),
    currency: history.currency,
    placedAt: new Date(PLACED + order * 60_000).toISOString(),
  })
  const last = told.moneyIds.at(-1)
  if (inFlight && last !== undefined) told.leaveUncounted(last)
  return told
}

/** By how much a step moved what its order's amounts add up to, rounded once, in minor units. */
export function balanceMovedBy(history: History, step: Step): bigint {
  const book = new Book({ digits: DIGITS[history.currency] ?? 2 })
  const balance = (until: number): bigint =>
    until < 0 ? 0n : (book.historyOf(tellTo(history, { ...step, until })).states.at(-1)?.balance ?? 0n)
  return balance(step.until) - balance(step.until - 1)
}

/** An order's mark moves with its versions, its collection's with its money; neither while a provider is asked. */
function marksAfter(
  before: Shown | undefined,
  timeline: HostTimeline,
  { at, inFlight }: { at: string; inFlight: boolean },
): Marks {
  if (!before) return { order: at, money: at }
  const { timeline: earlier, marks } = before
  if (inFlight) return marks
  const ordered = timeline.hostVersion !== earlier.hostVersion || timeline.isCanceled !== earlier.isCanceled
  const paid = countedIn(timeline) !== countedIn(earlier)
  if (!ordered && !paid) return marks
  return { order: ordered ? at : marks.order, money: paid ? at : marks.money }
}

function countedIn(timeline: HostTimeline): number {
  return timeline.order().transactions?.length ?? 0
}

function orderOf({ timeline, marks }: Shown): HostOrder {
  const order = timeline.order()
  return {
    ...order,
    updated_at: marks.order,
    payment_collections: (order.payment_collections ?? []).map((collection) =>
      collection ? { ...collection, updated_at: marks.money } : collection,
    ),
  }
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

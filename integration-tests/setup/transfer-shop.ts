import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import type { ReconciledOrder } from "../../src/modules/reconciliation/facets/orders"
import type { ChangeContext } from "../../src/modules/reconciliation/ledger/change"
import { HostTimeline } from "../../test/support/host-timeline"
import { violationsIn } from "./audit"
import type { Ledger } from "./ledger"

export const timelineDay = (number: number): string =>
  `2026-01-${String(number).padStart(2, "0")}T12:00:00.000Z`

/** Lets the ledger read an order of the host as its timeline stands. */
export async function readTimeline(
  { service }: Ledger,
  timeline: HostTimeline,
  context: ChangeContext,
): Promise<ReconciledOrder> {
  const { now, hostVersions } = await service.orders.readMarks([timeline.orderId])
  const history = historyOf({
    order: timeline.order(),
    versions: timeline.versionsSince(hostVersions.get(timeline.orderId) ?? 0),
    changes: timeline.confirmedChanges(),
    digits: 2,
    readAt: now,
    timeZone: "UTC",
    moneyReferences: [],
    paymentMethods: {},
    settledBefore: null,
  })
  return service.orders.reconcile(history, { context })
}

export interface ItemRow {
  readonly id: string
  readonly account_id: string
  readonly key: string
  readonly side: string
}

/** Orders that went from one customer to another. */
export class TransferShop {
  /** The number of the latest; customers are named by it. */
  orders = 0

  constructor(
    private readonly open: () => Ledger,
    private readonly context: ChangeContext,
  ) {}

  /** An order of 100 and 68 of which some was paid before it went from ada to bea. */
  async given(paid: string): Promise<HostTimeline> {
    this.orders += 1
    const timeline = new HostTimeline({ orderId: `order_${this.orders}`, customerId: `ada_${this.orders}` })
    timeline.place({ A: "100", B: "68" }).capture(timelineDay(2), paid, { id: "cap1" })
    await this.read(timeline)
    timeline.giveTo(timelineDay(3), `bea_${this.orders}`)
    await this.read(timeline)
    return timeline
  }

  async read(timeline: HostTimeline): Promise<void> {
    await readTimeline(this.open(), timeline, this.context)
  }

  async itemsOf({ orderId }: HostTimeline): Promise<ItemRow[]> {
    return this.open().sql<ItemRow>(
      `select i.id::text, i.account_id::text, replace(i.key, d.order_id || '_', '') as key, i.side
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? order by i.id`,
      [orderId],
    )
  }

  async itemOf(timeline: HostTimeline, key: string): Promise<ItemRow> {
    const found = (await this.itemsOf(timeline)).find((item) => item.key === key)
    if (!found) throw new Error(`no item ${key}`)
    return found
  }

  async sound(timeline: HostTimeline): Promise<void> {
    for (const account of new Set((await this.itemsOf(timeline)).map(({ account_id: id }) => id)))
      expect(await violationsIn(this.open(), account)).toEqual([])
  }
}

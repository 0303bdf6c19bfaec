import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import type { ChangeContext } from "../../src/modules/reconciliation/services/change"
import { HostStory } from "../../test/support/host-story"
import { violationsIn } from "./audit"
import type { Ledger } from "./ledger"

export const storyDay = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T12:00:00.000Z`

/** Lets the ledger read an order of the host as its story stands. */
export async function readStory(
  { service }: Ledger,
  story: HostStory,
  context: ChangeContext,
): Promise<void> {
  const { now, hostVersions } = await service.readMarks([story.orderId])
  const history = historyOf({
    order: story.order(),
    versions: story.versionsSince(hostVersions.get(story.orderId) ?? 0),
    changes: story.confirmedChanges(),
    digits: 2,
    readAt: now,
    timeZone: "UTC",
    moneyReferences: [],
    paymentMethods: {},
    settledBefore: null,
  })
  await service.reconcileOrder(history, { context })
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
  async given(paid: string): Promise<HostStory> {
    this.orders += 1
    const story = new HostStory({ orderId: `order_${this.orders}`, customerId: `ada_${this.orders}` })
    story.place({ A: "100", B: "68" }).capture(storyDay(2), paid, { id: "cap1" })
    await this.read(story)
    story.giveTo(storyDay(3), `bea_${this.orders}`)
    await this.read(story)
    return story
  }

  async read(story: HostStory): Promise<void> {
    await readStory(this.open(), story, this.context)
  }

  async itemsOf({ orderId }: HostStory): Promise<ItemRow[]> {
    return this.open().sql<ItemRow>(
      `select i.id::text, i.account_id::text, replace(i.key, d.order_id || '_', '') as key, i.side
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? order by i.id`,
      [orderId],
    )
  }

  async itemOf(story: HostStory, key: string): Promise<ItemRow> {
    const found = (await this.itemsOf(story)).find((item) => item.key === key)
    if (!found) throw new Error(`no item ${key}`)
    return found
  }

  async sound(story: HostStory): Promise<void> {
    for (const account of new Set((await this.itemsOf(story)).map(({ account_id: id }) => id)))
      expect(await violationsIn(this.open(), account)).toEqual([])
  }
}

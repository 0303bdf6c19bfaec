import type { SetUpExamples } from "../../../types/http"
import type { ReadOrders } from "../runs/types"
import { exampleOfMoney, examplesOfOrders } from "../set-up/examples"
import {
  draftOf,
  finish,
  readSetUp,
  saveDraft,
  type FinishSetUp,
  type SaveSetUp,
  type SetUpParts,
  type StoredSetUp,
} from "../set-up/set-up"
import { listLastOrders, readShop } from "../set-up/set-up.sql"
import type { Parts } from "./parts"

/** So many of the host's last orders are looked through for examples. */
const MOST_ORDERS = 60

/** Counting so many orders takes time that a visit of the overview should not pay for each time; fewer are counted anew. */
const MANY_ORDERS = 10_000
const KEPT_MILLISECONDS = 300_000

interface CountedOrders {
  readonly orders: number
  readonly first_order_on: string | null
}

/** What a shop answers once, before the ledger goes live: kept as a draft, and in force when it is finished. */
export class SetUp {
  private counted: { readonly until: number; readonly orders: CountedOrders } | undefined

  constructor(private readonly parts: Pick<Parts, "database" | "settings" | "strategies" | "today">) {}

  /** The one under way, and the last one that was finished; people by their ids. */
  async read(): Promise<StoredSetUp> {
    return readSetUp(this.parts.database)
  }

  /** The draft under way, if it is still at that version; an empty one where none is. @throws set_up_changed */
  async draftOf(version: number): Promise<StoredSetUp["draft"]> {
    return draftOf(this.parts.database, version)
  }

  /** What of the host's orders it has to say; of very many it may be as of some minutes ago. */
  async shop(): Promise<CountedOrders & { today: string }> {
    return { ...(await this.orders()), today: this.parts.today() }
  }

  private async orders(): Promise<CountedOrders> {
    if (this.counted && Date.now() < this.counted.until) return this.counted.orders
    const { database, settings } = this.parts
    const [found] = await database.run<CountedOrders>(readShop, [settings.timeZone])
    const orders = found ?? { orders: 0, first_order_on: null }
    if (orders.orders >= MANY_ORDERS) this.counted = { until: Date.now() + KEPT_MILLISECONDS, orders }
    return orders
  }

  /** @throws set_up_changed | idempotency_key_reused */
  async save(input: SaveSetUp): Promise<StoredSetUp> {
    await saveDraft(this.parts.database, input)
    return this.read()
  }

  /**
   * Does what the draft says. It may be repeated: what is done is done once.
   *
   * @throws set_up_not_begun | set_up_changed | set_up_incomplete, and what a part throws
   */
  async finish(input: FinishSetUp, parts: SetUpParts): Promise<StoredSetUp> {
    return finish(this.parts.database, input, parts)
  }

  /** What each policy would have done with the store's own last orders. Reads and plans, and writes nothing. */
  async examples(read: ReadOrders): Promise<SetUpExamples> {
    const { database, strategies } = this.parts
    const ids = (await database.run<{ id: string }>(listLastOrders, [MOST_ORDERS])).map(({ id }) => id)
    const { histories } = ids.length > 0 ? await read(ids) : { histories: [] }
    const later = await database.snapshot(async (session) => exampleOfMoney(session, strategies))
    return { ...examplesOfOrders(histories, strategies), later }
  }
}

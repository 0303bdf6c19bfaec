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

/** What a shop answers once, before the ledger goes live: kept as a draft, and in force when it is finished. */
export class SetUp {
  constructor(private readonly parts: Pick<Parts, "database" | "settings" | "strategies" | "today">) {}

  /** The one under way, and the last one that was finished; people by their ids. */
  async read(): Promise<StoredSetUp> {
    return readSetUp(this.parts.database)
  }

  /** The draft under way, if it is still at that version; an empty one where none is. @throws set_up_changed */
  async draftOf(version: number): Promise<StoredSetUp["draft"]> {
    return draftOf(this.parts.database, version)
  }

  /** What of the host's orders it has to say. */
  async shop(): Promise<{ orders: number; first_order_on: string | null; today: string }> {
    const { database, settings, today } = this.parts
    const [found] = await database.run<{ orders: number; first_order_on: string | null }>(readShop, [
      settings.timeZone,
    ])
    return { orders: found?.orders ?? 0, first_order_on: found?.first_order_on ?? null, today: today() }
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

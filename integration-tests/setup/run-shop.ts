import type { RunView } from "../../src/types/http"
import { violationsIn } from "./audit"
import type { Ledger } from "./ledger"
import type { ModelOrder } from "./model-shop"
import { MoneyShop } from "./money-shop"

/** Many customers, each with orders of A 60 and B 40 and with money on account, for runs over all of them. */
export class RunShop {
  readonly shop: MoneyShop
  readonly by = { actor: { type: "user", id: "user_ada" }, cause: "test" } as const

  constructor(private readonly open: () => Ledger) {
    this.shop = new MoneyShop(open)
  }

  /** A customer with as many orders and with payments of these amounts. */
  async customer(id: string, orders: number, ...amounts: string[]): Promise<ModelOrder[]> {
    const placed: ModelOrder[] = []
    for (let index = 0; index < orders; index += 1) {
      const order = this.shop.order(id)
      // oxlint-disable-next-line no-await-in-loop -- ids in the order of the customers
      await this.shop.tell(order)
      placed.push(order)
    }
    // oxlint-disable-next-line no-await-in-loop -- ids in the order of the payments
    for (const amount of amounts) await this.shop.record(id, amount)
    return placed
  }

  /** Works until nothing is left. */
  async workOff(holder = "worker"): Promise<number> {
    const worked = await this.open().service.runs.work(holder)
    return worked ? 1 + (await this.workOff(holder)) : 0
  }

  async finished(run: RunView): Promise<RunView> {
    await this.workOff()
    return this.open().service.runs.retrieve(run.id)
  }

  /** What stands of each account by names that do not depend on ids: live allocations, codes and versions. */
  async standing(owners: string): Promise<string[]> {
    const rows = await this.open().sql<{ line: string }>(
      `select a.owner_id || ' ' || c.kind || ' ' || c.amount || ' → ' || regexp_replace(d.key, '^.*_', '') || ' ' || l.amount || ' ' || l.rule as line
         from reconciliation_live_allocation l
         join reconciliation_account a on a.id = l.account_id
         join reconciliation_open_item c on c.id = l.credit_item_id
         join reconciliation_open_item d on d.id = l.debit_item_id
        where a.owner_id like ? order by 1`,
      [owners],
    )
    return rows.map(({ line }) => line)
  }

  /** What breaks a rule in the accounts of some owners. */
  async violations(owners = "%"): Promise<string[]> {
    const accounts = await this.open().sql<{ id: string }>(
      "select id from reconciliation_account where owner_id like ? order by id",
      [owners],
    )
    const found = await Promise.all(accounts.map(async ({ id }) => violationsIn(this.open(), id)))
    return found.flat()
  }
}

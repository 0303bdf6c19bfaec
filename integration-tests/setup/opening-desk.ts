import type { OpeningRow } from "../../src/modules/reconciliation/opening-balances/post"
import type {
  OpeningBalanceView,
  PaidOpeningBalanceView,
  PostedOpeningBalancesView,
  UndoneOpeningBalanceView,
} from "../../src/types/http"
import type { Ledger } from "./ledger"
import { MoneyShop } from "./money-shop"

/** Who brings a shop's customers along from another system. */
export class OpeningDesk {
  readonly shop: MoneyShop

  constructor(private readonly open: () => Ledger) {
    this.shop = new MoneyShop(open)
  }

  private get facet(): Ledger["service"]["openingBalances"] {
    return this.open().service.openingBalances
  }

  /** "owes 84.00", "has 25.00". */
  row(customerId: string, said: string, more: Partial<OpeningRow> = {}): OpeningRow {
    const [balance, amount = ""] = said.split(" ")
    return {
      customerId,
      currencyCode: "eur",
      digits: 2,
      balance: balance === "has" ? "has_money" : "owes",
      amount,
      date: "2025-12-31",
      dueOn: null,
      documentNumber: null,
      memo: null,
      confirmed: false,
      ...more,
    }
  }

  async post(...rows: OpeningRow[]): Promise<PostedOpeningBalancesView> {
    return this.facet.post({ rows, goLiveOn: null, context: this.shop.context })
  }

  async postOne(...words: Parameters<OpeningDesk["row"]>): Promise<OpeningBalanceView> {
    const [posted] = (await this.post(this.row(...words))).rows
    if (!posted?.opening_balance) throw new Error("nothing was posted")
    return posted.opening_balance
  }

  async read({ account_id: accountId, id }: OpeningBalanceView): Promise<OpeningBalanceView> {
    const { openingBalances } = await this.facet.list({ accountId, limit: 50 })
    const found = openingBalances.find((one) => one.id === id)
    if (!found) throw new Error(`there is no ${id}`)
    return found
  }

  async undo(id: string, cascade = false): Promise<UndoneOpeningBalanceView> {
    return (await this.facet.undo({ id, cascade, context: this.shop.context })).view
  }

  async pay(id: string, more: { credits?: string[]; amount?: string } = {}): Promise<PaidOpeningBalanceView> {
    const { credits = null, amount = null } = more
    return (await this.facet.pay({ id, credits, amount, context: this.shop.context })).view
  }

  /** The account's transactions in order, each with what it comes to. */
  async transactions(accountId: string): Promise<string[]> {
    const { transactions } = await this.open().service.accounts.transactions(accountId, {
      show: "all",
      order: "oldest",
      limit: 50,
    })
    return transactions.map(
      ({ kind, charges, payments, open, state, codes, balance }) =>
        `${kind} +${charges} -${payments}, open ${open}, ${state} ${codes.map(({ code }) => code).join("")}, ${balance}`,
    )
  }

  /** Rules of the ledger that any account breaks. */
  async broken(): Promise<string[]> {
    const accounts = await this.open().sql<{ id: string }>("select id from reconciliation_account")
    return this.shop.broken(...accounts.map(({ id }) => id))
  }
}

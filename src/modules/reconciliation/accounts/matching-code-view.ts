import type { CodeDebt, CodeLink, CodePayer, MatchingCodeView } from "../../../types/http"
import { decimalOf, least } from "../domain/money"
import { isCharge, type OpenItem } from "../domain/open-item"
import { isGrouped } from "../domain/order/groups"
import { sum } from "../domain/order/pairs"
import type { Debt, Payer, Share } from "../domain/order/sharing"
import { explanationOf, namedItem, type Naming } from "../items/explanation-view"
import type { Session } from "../ledger/database"
import { codeOf } from "../orders/order-view"
import { loadMatchingCode, type CodeContent, type CodeName } from "./load-matching-code"

/** What shares a code without what only the host knows: the customer's name. */
export type LedgerCode = Omit<MatchingCodeView, "account"> & {
  readonly account: Omit<MatchingCodeView["account"], "customer">
}

/**
 * Reads what shares a matching code: who pays what, and what is still open under it.
 *
 * @param today the day in the accounting time zone
 * @throws account_not_found | code_not_found
 */
export async function viewMatchingCode(session: Session, name: CodeName, today: string): Promise<LedgerCode> {
  return new CodeView(await loadMatchingCode(session, name, today)).view()
}

class CodeView {
  private readonly naming: Naming
  private readonly items: ReadonlyMap<bigint, OpenItem>

  constructor(private readonly content: CodeContent) {
    const { items, account } = content
    this.items = new Map(items.map((item) => [item.id, item]))
    this.naming = { digits: account.digits, rowTitles: titlesOf(items) }
  }

  view(): LedgerCode {
    const { account, rank, order, sharing } = this.content
    return {
      ...codeOf(rank, this.isClosed()),
      account: {
        id: account.id.toString(),
        owner_type: account.ownerType,
        owner_id: account.ownerId,
        currency_code: account.currencyCode,
        digits: account.digits,
      },
      order,
      from: sharing.payers.map((payer) => this.payer(payer)),
      to: this.debts(),
      links: sharing.shares.map((share) => this.link(share)),
      totals: this.totals(),
    }
  }

  /** An order that the records contradict is not wholly paid, whatever its sums say. */
  private isClosed(): boolean {
    return this.stillOpen() === 0n && !this.content.hasProblems
  }

  /** What an order owes still; what a credit has left that pays under a code of its own. */
  private stillOpen(): bigint {
    const { order, sharing } = this.content
    return order
      ? sum(sharing.debts.map(({ open }) => open))
      : sum(sharing.payers.map((one) => one.unallocated))
  }

  private payer({ item, isMoney, amount, here, elsewhere, unallocated }: Payer): CodePayer {
    return {
      id: item.id.toString(),
      ...namedItem(item, this.naming),
      source: isMoney ? "money" : "credit",
      amount: this.money(amount),
      here: this.money(here),
      elsewhere: { amount: this.money(elsewhere), codes: this.content.codes.get(item.id) ?? [] },
      unallocated: this.money(unallocated),
    }
  }

  private debts(): CodeDebt[] {
    return withPlans(this.content).map(
      ({ debt: { key, first, isOfLine, amount, settled, open }, planned }) => ({
        key,
        ...namedItem(first, this.naming),
        group: isOfLine ? "item" : "refund",
        order: this.content.orders.get(first.id) ?? null,
        amount: this.money(amount),
        settled: this.money(settled),
        planned: this.money(planned),
        without_money: this.money(open - planned),
      }),
    )
  }

  private link({ creditItemId, debtKey, amount, allocations }: Share): CodeLink {
    return {
      from: creditItemId.toString(),
      to: debtKey,
      amount: this.money(amount),
      instalment_bound: allocations.some(({ instalmentId }) => instalmentId !== null),
      explanations: allocations.flatMap((allocation) =>
        explanationOf({ amount: allocation.amount, allocation }, this.items, this.naming),
      ),
    }
  }

  private totals(): MatchingCodeView["totals"] {
    const { payers, debts } = this.content.sharing
    const paidBy = (money: boolean): bigint =>
      sum(payers.filter(({ isMoney }) => isMoney === money).map(({ here }) => here))
    const settled = (ofLines: boolean): bigint =>
      sum(debts.filter(({ isOfLine }) => isOfLine === ofLines).map((debt) => debt.settled))
    const pays = paidBy(true) + paidBy(false)
    const settles = settled(true) + settled(false)
    return {
      pays: this.money(pays),
      money: this.money(paidBy(true)),
      credits: this.money(paidBy(false)),
      settles: this.money(settles),
      items: this.money(settled(true)),
      refunds: this.money(settled(false)),
      difference: this.money(pays - settles),
      still_open: this.money(this.stillOpen()),
      planned: this.money(sum(withPlans(this.content).map(({ planned }) => planned))),
    }
  }

  private money(units: bigint): string {
    return decimalOf(units, this.content.account.digits)
  }
}

/** What is owed with what instalments keep of it; a line and what a reversal opened of it again share what is kept. */
function withPlans({ sharing, planned }: CodeContent): { debt: Debt; planned: bigint }[] {
  const room = new Map(planned)
  return sharing.debts.map((debt) => {
    const kept = debt.first.lineKey === null ? 0n : (room.get(debt.first.lineKey) ?? 0n)
    const amount = least(debt.open, kept)
    if (debt.first.lineKey !== null) room.set(debt.first.lineKey, kept - amount)
    return { debt, planned: amount }
  })
}

/** What rows are called: by what was first charged. */
function titlesOf(items: readonly OpenItem[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const item of items) {
    if (item.lineKey !== null && isCharge(item) && !isGrouped(item) && !titles.has(item.lineKey))
      titles.set(item.lineKey, item.title)
  }
  return titles
}

import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { reconcileAccount, type AccountOutcome } from "../accounts/reconcile-account"
import type { DocumentOutcome } from "../orders/reconcile-document"
import { hasUnapplied } from "../payments/record-deposit"
import type { Settings } from "../settings/options"
import type { StrategyRegister } from "../settings/strategies"
import type { Account } from "../ledger/rows"
import type { SettledOrders, WriteOffs } from "../write-offs/write-offs"

/** What a change did by the way. */
export interface AutomaticWriteOffs {
  /** The orders of which it wrote off a short payment by itself: after the commit the host is to be told. */
  readonly writtenOff: readonly string[]
}

interface Applied extends AutomaticWriteOffs {
  readonly outcome: AccountOutcome
}

/** What the store's policies do after a change, in its transaction: apply what is unapplied, write off what is short. */
export class Automation {
  constructor(
    private readonly settings: Settings,
    private readonly strategies: StrategyRegister,
    private readonly writeOffs: WriteOffs,
  ) {}

  /** By name, how money that is on no order is applied; undefined where the store leaves that to people. */
  get strategy(): string | undefined {
    const { unappliedMoney } = this.settings
    return unappliedMoney === "checkout_only" ? undefined : unappliedMoney
  }

  /** Whether nothing ever follows the posting of an order, which may then commit at once. */
  get isIdle(): boolean {
    return this.strategy === undefined && !this.settings.writeOff.automatic
  }

  async afterOrder(
    session: Session,
    { account, loaded: { document }, result }: DocumentOutcome,
    context: ChangeContext,
  ): Promise<string[]> {
    const applied = await this.applyUnapplied(session, account.id, context)
    const own = await this.writeOffs.writeOffShortPayments(session, account, {
      proposals: result.proposals,
      orderIds: new Map([[document.id, document.orderId]]),
      context,
    })
    return [...(applied?.writtenOff ?? []), ...own]
  }

  async afterAccount(session: Session, outcome: AccountOutcome, context: ChangeContext): Promise<string[]> {
    return this.writeOffs.writeOffShortPaymentsOf(session, outcome, context)
  }

  /** What a person's payment has settled. */
  async afterPayment(session: Session, account: Account, settled: SettledOrders): Promise<string[]> {
    return this.writeOffs.writeOffShortPayments(session, account, settled)
  }

  /** Applies what an account has left, where the store wants that; undefined where it does not, or has nothing left. */
  async applyUnapplied(
    session: Session,
    accountId: bigint,
    context: ChangeContext,
  ): Promise<Applied | undefined> {
    const { strategy: name } = this
    const onlyDeposits = this.settings.creditOfOrders === "offered"
    if (!name || !(await hasUnapplied(session, accountId, { onlyDeposits }))) return undefined
    const outcome = await reconcileAccount(session, {
      accountId,
      strategy: this.strategies.named(name),
      context,
      codes: this.settings.matchingCodes,
      onlyDeposits,
      byPolicy: true,
    })
    return { outcome, writtenOff: await this.afterAccount(session, outcome, context) }
  }
}

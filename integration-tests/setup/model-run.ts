import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { minorUnitsOf } from "../../src/modules/reconciliation/domain/money"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { fingerprintOf, violationsIn } from "./audit"
import type { Ledger } from "./ledger"
import type { Command, Scenario } from "./model"
import { ModelOrder, type Count } from "./model-shop"
import { NOTHING, same, sumsOfOrders } from "./model-sums"

export interface Tally {
  /** How often each kind of command was carried out, and how often refused. */
  readonly done: Map<string, { accepted: number; refused: number }>
  readonly states: Set<string>
}

const context = { actor: { type: "system", id: null }, cause: "model" } as const
/** Commands that are there to be refused. */
const REFUSED: ReadonlySet<string> = new Set(["reuseKey", "staleAccount", "staleOrder"])
const CURRENCIES: Readonly<Record<number, string>> = { 0: "jpy", 2: "eur", 3: "kwd" }

/**
 * Plays one customer's scenario against the real service, and after every command compares the ledger with
 * an independent count and asks the database whether any rule is broken.
 */
export class ModelRun {
  private readonly orders: ModelOrder[]
  /** What the ledger has been told of each order. */
  private readonly heard = new Map<string, Count>()
  private readonly lastRead = new Map<string, DocumentHistory>()
  private readonly deposits: { key: string; amount: string }[] = []
  private readonly recorded = new Set<string>()
  private deposited = 0n
  private minute = 0
  private readonly currency: string
  private readonly service: ReconciliationModuleService

  constructor(
    private readonly ledger: Ledger,
    private readonly scenario: Scenario,
    private readonly customerId: string,
    private readonly tally: Tally,
  ) {
    this.service = ledger.serviceWith({ strategy: scenario.strategy })
    this.currency = CURRENCIES[scenario.digits] ?? "eur"
    this.orders = scenario.orders.map(
      (shape, index) =>
        new ModelOrder(`order_${customerId}_${index}`, scenario.digits, {
          ...shape,
          customerId,
          currency: this.currency,
          at: this.clock(),
        }),
    )
  }

  async live(): Promise<void> {
    for (const order of this.orders) await this.tell(order)
    await this.check("placed")
    for (const [index, command] of this.scenario.commands.entries()) {
      await this.carryOut(command)
      await this.check(`${index}: ${command.does}`)
    }
    for (const order of this.orders) await this.tell(order)
    await this.check("at the end")
  }

  private async carryOut(command: Command): Promise<void> {
    if ("heard" in command) await this.happen(command)
    else await this.ask(command)
    if (!REFUSED.has(command.does)) this.note(command.does, "accepted")
  }

  /** Something is asked of the ledger itself. */
  private async ask(command: Exclude<Command, { heard: string }>): Promise<void> {
    switch (command.does) {
      case "deposit":
        await this.deposit(command.cents)
        break
      case "repeatDeposit":
        await this.unchanged(() => this.repeatDeposit())
        break
      case "reuseKey":
        await this.refused("idempotency_key_reused", () => this.reuseKey())
        break
      case "reconcileAccount":
        await this.reconcileAccount(command.strategy)
        break
      case "staleAccount":
        await this.refused("version_stale", async () => {
          await this.service.accounts.reconcile(await this.accountId(), "oldest_first", {
            context,
            expectedVersion: 999_999,
          })
        })
        break
      case "staleOrder":
        await this.refused("version_stale", async () => {
          await this.service.orders.reconcile(await this.read(this.orderOf(command)), {
            context,
            expectedVersion: 999_999,
          })
        })
        break
      case "staleRead":
        await this.unchanged(async () => {
          const old = this.lastRead.get(this.orderOf(command).id)
          if (old)
            await this.service.orders.reconcile({ ...old, readAt: "2000-01-01T00:00:00.000Z" }, { context })
        })
        break
      case "reconcileOrder":
        await this.tell(this.orderOf(command), command.strategy)
        break
    }
  }

  /** Something happens in the host, and the ledger hears of it as the command says. */
  private async happen(command: Extract<Command, { heard: string }>): Promise<void> {
    const order = this.orderOf(command)
    const at = this.clock()
    if (order.isCanceled && command.does !== "refund") return
    switch (command.does) {
      case "capture":
        order.capture(at, command.cents, command.payment)
        break
      case "refund":
        order.refund(at, command)
        break
      case "edit":
        order.edit(at, command.line, command.total)
        break
      case "credit":
        order.credit(at, command.cents)
        break
      case "payOut":
        order.payOut(at, command.cents)
        break
      case "cancel":
        order.cancel(at)
        break
    }
    if (command.heard === "later") return
    if (command.heard === "doubled") await Promise.all([this.tell(order), this.tell(order)])
    else await this.tell(order)
    if (command.heard === "twice") await this.unchanged(() => this.tell(order))
  }

  private async tell(order: ModelOrder, strategy: StrategyName = this.scenario.strategy): Promise<void> {
    const history = await this.read(order)
    const count = order.count()
    await this.service.orders.reconcile(history, { context, strategy })
    const { hostVersions } = await this.service.orders.readMarks([order.id])
    same(`host version of ${order.id}`, hostVersions.get(order.id), history.hostVersion)
    this.lastRead.set(order.id, history)
    this.heard.set(order.id, count)
  }

  private async read(order: ModelOrder): Promise<DocumentHistory> {
    const { now, hostVersions } = await this.service.orders.readMarks([order.id])
    return order.read(hostVersions.get(order.id) ?? 0, now)
  }

  private async deposit(units: bigint): Promise<void> {
    const key = `${this.customerId}_${this.deposits.length}`
    const amount = units.toString().padStart(this.scenario.digits + 1, "0")
    const text =
      this.scenario.digits === 0
        ? amount
        : `${amount.slice(0, -this.scenario.digits)}.${amount.slice(-this.scenario.digits)}`
    this.deposits.push({ key, amount: text })
    this.deposited += units
    const { payment } = await this.service.payments.record(this.payment(key, text))
    if (this.recorded.has(payment.id)) throw new Error("a new deposit was taken for an old one")
    this.recorded.add(payment.id)
  }

  private payment(
    key: string,
    amount: string,
  ): Parameters<ReconciliationModuleService["payments"]["record"]>[0] {
    return {
      customerId: this.customerId,
      currencyCode: this.currency,
      digits: this.scenario.digits,
      amount,
      method: "cheque",
      reference: key,
      occurredAt: "2026-01-05T10:00:00.000Z",
      idempotencyKey: key,
      context,
    }
  }

  private async repeatDeposit(): Promise<void> {
    const last = this.deposits.at(-1)
    if (!last) return
    const { payment } = await this.service.payments.record(this.payment(last.key, last.amount))
    if (!this.recorded.has(payment.id)) throw new Error("one deposit was recorded twice")
  }

  private async reuseKey(): Promise<void> {
    const last = this.deposits.at(-1)
    if (!last)
      throw new ReconciliationError({
        type: "conflict",
        code: "idempotency_key_reused",
        message: "",
        remedy: "",
      })
    const another = last.amount.replace(/\d/, (digit) => (digit === "1" ? "2" : "1"))
    await this.service.payments.record(this.payment(last.key, another))
  }

  /** What the preview says is what is done. */
  private async reconcileAccount(strategy: StrategyName): Promise<void> {
    const accountId = await this.accountId()
    const preview = await this.service.accounts.preview(accountId, strategy)
    const { allocationPlan: done } = await this.service.accounts.reconcile(accountId, strategy, {
      context,
      expectedVersion: preview.base_version,
    })
    same("preview and outcome", done.allocate, preview.allocate)
    const { allocationPlan: again } = await this.service.accounts.reconcile(accountId, strategy, { context })
    same("second run", again.allocate, [])
  }

  /** Compares the ledger with the count and asks the database for broken rules. */
  private async check(step: string): Promise<void> {
    const accountId = await this.accountId()
    const found: Record<string, unknown> = { broken: await violationsIn(this.ledger, accountId) }
    const wanted: Record<string, unknown> = { broken: [] }
    const sums = await sumsOfOrders(this.ledger, accountId)
    for (const [orderId, count] of this.heard) {
      const view = await this.service.orders.retrieve(orderId)
      if (!view) throw new Error(`${step}: the ledger lost ${orderId}`)
      this.tally.states.add(
        `${view.state} ${view.code?.code ? (view.code.closed ? "closed" : "open") : "no code"}`,
      )
      const { fromOutside, ...seen } = sums.get(orderId) ?? NOTHING
      const balance = count.owed - count.moneyIn + count.moneyOut - fromOutside
      found[orderId] = { ...seen, full: view.state === "full", totals: this.totalsOf(view) }
      wanted[orderId] = {
        owed: count.owed,
        moneyIn: count.moneyIn,
        moneyOut: count.moneyOut,
        debits: balance > 0n ? balance : 0n,
        credits: balance < 0n ? -balance : 0n,
        full: balance <= 0n,
        totals: { owed: count.owed, balanced: true },
      }
    }
    const [row] = await this.ledger.sql<{ deposited: string }>(
      "select coalesce(sum(amount), 0)::text as deposited from reconciliation_open_item where account_id = ? and kind = 'deposit'",
      [accountId],
    )
    found["deposited"] = row?.deposited
    wanted["deposited"] = this.deposited.toString()
    same(step, found, wanted)
  }

  private totalsOf(
    view: NonNullable<Awaited<ReturnType<ReconciliationModuleService["orders"]["retrieve"]>>>,
  ): object {
    const units = (text: string): bigint => minorUnitsOf(text, this.scenario.digits)
    const { owed, allocated, open } = view.totals
    const cells = view.cells.reduce((sum, cell) => sum + units(cell.amount), 0n)
    return {
      owed: units(owed),
      balanced: units(owed) === units(allocated) + units(open) && cells === units(allocated),
    }
  }

  private async accountId(): Promise<string> {
    const [account] = await this.service.accounts.listOf(this.customerId)
    if (!account) throw new Error(`customer ${this.customerId} has no account`)
    return account.id
  }

  private async refused(code: string, act: () => Promise<unknown>): Promise<void> {
    await this.unchanged(async () => {
      try {
        await act()
      } catch (error) {
        if (!(error instanceof ReconciliationError) || error.code !== code) throw error
        this.note(code, "refused")
        return
      }
      throw new Error(`${code} was not refused`)
    })
  }

  private async unchanged(act: () => Promise<unknown>): Promise<void> {
    const before = withoutReads(await fingerprintOf(this.ledger))
    await act()
    same("what was to change nothing", withoutReads(await fingerprintOf(this.ledger)), before)
  }

  private orderOf(command: { order: number }): ModelOrder {
    const order = this.orders[command.order]
    if (!order) throw new Error(`there is no order ${command.order}`)
    return order
  }

  private note(kind: string, outcome: "accepted" | "refused"): void {
    const count = this.tally.done.get(kind) ?? { accepted: 0, refused: 0 }
    count[outcome] += 1
    this.tally.done.set(kind, count)
  }

  private clock(): string {
    this.minute += 1
    return new Date(Date.UTC(2026, 0, 1, 9, this.minute)).toISOString()
  }
}

/** A read notes on its order how far it has seen; that is no change of the ledger. */
function withoutReads(fingerprint: string): string {
  const tables = JSON.parse(fingerprint) as { name: string }[]
  return JSON.stringify(tables.filter(({ name }) => name !== "document"))
}

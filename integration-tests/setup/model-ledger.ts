import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import type { Instalment } from "../../src/modules/reconciliation/domain/instalments/instalment"
import { Database } from "../../src/modules/reconciliation/ledger/database"
import { instalmentsOf } from "../../src/modules/reconciliation/instalments/plans"
import {
  allocationOf,
  openItemOf,
  type AllocationRow,
  type OpenItemRow,
} from "../../src/modules/reconciliation/ledger/rows"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { ALLOCATION_COLUMNS, OPEN_ITEM_COLUMNS } from "../../src/modules/reconciliation/ledger/columns"
import { loadItems } from "../../src/modules/reconciliation/ledger/load-document.sql"
import type { Statement } from "../../src/modules/reconciliation/ledger/statement"
import type { HostOrder } from "../../test/support/model/host-order"
import type { ScenarioTerms } from "../../test/support/model/scenario"
import type { Wish } from "../../src/modules/reconciliation/domain/order/draft"
import type {
  Actor,
  Correction,
  InstalmentEvent,
  ModelCell,
  ModelLedger,
  ModelTakeBack,
  Picture,
  PlannedPart,
  Reversal,
  RowChoice,
} from "../../test/support/model/world"
import { violationsIn } from "./audit"
import { ModelMoney } from "./model-money"
import { actionOf, CONTEXTS, writeOffIn } from "./model-terms"
import { changeOf, CHANGES, targetOf, type ChangeRow } from "./model-changes"

/** The service on PostgreSQL, as a model's scenario talks to it. */
export class PostgresLedger extends ModelMoney implements ModelLedger {
  protected readonly service: ReconciliationModuleService
  private readonly database: Database

  constructor(knex: Knex, scenario: ScenarioTerms) {
    super(scenario)
    this.service = new ReconciliationModuleService(
      { __pg_connection__: knex },
      { strategy: scenario.strategy, writeOff: writeOffIn(scenario) },
    )
    this.database = new Database(knex)
  }

  async read(order: HostOrder, actor: Actor): Promise<void> {
    const { now, hostVersions } = await this.service.orders.readMarks([order.id])
    const choices = await this.service.refunds.list([order.id])
    await this.service.orders.reconcile(order.history(hostVersions.get(order.id) ?? 0, now, choices), {
      context: CONTEXTS[actor],
    })
  }

  async run(owner: string, strategy: StrategyName, actor: Actor): Promise<void> {
    await this.service.accounts.reconcile(await this.accountId(owner), strategy, { context: CONTEXTS[actor] })
  }

  async edit(owner: string, expectedVersion: number, cells: readonly ModelCell[]): Promise<void> {
    await this.service.edits.edit({
      accountId: await this.accountId(owner),
      expectedVersion,
      cells: cells.map(({ creditItemId, debitItemId, amount }) => ({
        creditItemId: creditItemId.toString(),
        debitItemId: debitItemId.toString(),
        amount: this.text(amount),
      })),
      context: CONTEXTS.person,
    })
  }

  async editMatrix(orderId: string, expectedVersion: number, wishes: readonly Wish[]): Promise<void> {
    await this.service.edits.edit({
      orderId,
      expectedVersion,
      cells: wishes.map(({ row, column, amount }) => ({
        row,
        column: column.toString(),
        amount: this.text(amount),
      })),
      context: CONTEXTS.person,
    })
  }

  async takeBack(call: ModelTakeBack): Promise<bigint | null> {
    const { change_id: id } = await this.service.edits.takeBack({
      target: targetOf(call),
      cascade: call.cascade,
      expectedVersion: call.expectedVersion,
      context: CONTEXTS.person,
    })
    return id === null ? null : BigInt(id)
  }

  async plan(orderId: string, parts: readonly PlannedPart[]): Promise<void> {
    await this.service.plans.plan({
      orderId,
      instalments: parts.map(({ dueOn, amount, reference, lineKey }) => ({
        dueOn,
        amount: this.text(amount),
        reference,
        items: lineKey === null ? [] : [{ row: lineKey, amount: this.text(amount) }],
      })),
      context: CONTEXTS.person,
    })
  }

  async note({ id }: Instalment, event: InstalmentEvent): Promise<void> {
    await this.service.plans.changeInstalment({
      instalmentId: id.toString(),
      action: actionOf(event),
      context: CONTEXTS.person,
    })
  }

  async reverse({ itemId, whole, amount, at }: Reversal): Promise<number> {
    const [row] = whole
      ? await this.database.transaction(async (session) => session.run<OpenItemRow>(loadItems, [[itemId]]))
      : []
    const { reversal } = await this.service.payments.reverse({
      paymentId: row?.key.replace("cap:", "") ?? itemId.toString(),
      kind: "chargeback",
      amount: amount === null ? null : this.text(amount),
      reference: null,
      reason: "The bank took it back.",
      occurredAt: at,
      idempotencyKey: `${this.scenario.currency} ${at}`,
      context: CONTEXTS.person,
    })
    return Number(reversal.id.split(".")[1])
  }

  /** Above the limit of one person, another one approves. */
  async writeOff({ target, kind, amount }: Correction): Promise<string> {
    const { write_off: made, request } = await this.service.writeOffs.write({
      target: "orderId" in target ? target : { paymentId: target.itemId.toString() },
      kind,
      amount: amount === null ? null : this.text(amount),
      reason: "Too small to ask for.",
      context: CONTEXTS.person,
    })
    const answer = request
      ? await this.service.writeOffs.approve({
          requestId: request.id,
          reason: null,
          context: CONTEXTS.another,
        })
      : { write_off: made }
    if (!answer.write_off) throw new Error("nothing was written off")
    return answer.write_off.id
  }

  async undoWriteOff(id: string): Promise<void> {
    await this.service.writeOffs.undo({ id, reason: "It was paid after all.", context: CONTEXTS.person })
  }

  async chooseRows(order: HostOrder, { payment, amount, rows }: RowChoice): Promise<string> {
    return this.service.refunds.choose({
      orderId: order.id,
      paymentId: payment,
      amount: this.text(amount),
      lines: [...rows].map(([row, part]) => ({ row, amount: this.text(part) })),
      reasonId: null,
      note: null,
      idempotencyKey: null,
      actor: CONTEXTS.person.actor,
      host: {
        owes: order.pending < 0n ? -order.pending : 0n,
        isInexact: false,
        isCanceled: order.isCanceled,
        isChanging: false,
      },
    })
  }

  async noteRefund(mark: string, refundId: string | null): Promise<void> {
    if (refundId === null) await this.service.refunds.forget(mark)
    else await this.service.refunds.noteMade(mark, { id: refundId, isCounted: true })
  }

  async picture(): Promise<Picture> {
    const accounts = await this.ask<{ id: string; owner_id: string; version: string }>(
      "select id, owner_id, version from reconciliation_account where currency_code = $1 order by id",
      [this.scenario.currency],
    )
    const ids = accounts.map(({ id }) => id)
    const owners = new Map(accounts.map(({ id, owner_id: owner }) => [id, owner]))
    const itemRows = await this.ask<OpenItemRow & { account_id: string }>(
      `select ${OPEN_ITEM_COLUMNS}, i.account_id from reconciliation_open_item i
        where i.account_id = any($1::bigint[]) order by i.id`,
      [ids],
    )
    const rows = (
      await this.ask<AllocationRow>(
        `select ${ALLOCATION_COLUMNS} from reconciliation_allocation a where a.account_id = any($1::bigint[]) order by a.id`,
        [ids],
      )
    ).map(allocationOf)
    const released = new Set(rows.map(({ releases }) => releases))
    const documents = await this.ask<{ id: string; order_id: string; account_id: string; version: string }>(
      "select id, order_id, account_id, version from reconciliation_document where account_id = any($1::bigint[]) order by id",
      [ids],
    )
    const codes = await this.ask<{ account_id: string; owner: string; rank: number }>(
      `select account_id, coalesce('docu:' || document_id, 'item:' || open_item_id) as owner, rank
         from reconciliation_matching_sequence where account_id = any($1::bigint[])`,
      [ids],
    )
    const journal = await this.ask<ChangeRow>(CHANGES, [ids])
    const orderOf = (id: bigint): string => documents.find((one) => BigInt(one.id) === id)?.order_id ?? ""
    const instalments = await instalmentsOf(
      this.database,
      documents.map(({ id }) => BigInt(id)),
    )
    const items = itemRows.map(openItemOf)
    const counters = items.map(({ id, allocated, taxesAllocated }) => [id, allocated, taxesAllocated].join())
    const versions = accounts.map(({ id, version }) => [id, version].join())
    const places = documents.map(({ id, account_id: account, version }) => [id, account, version].join())
    return {
      items,
      live: rows.filter(({ id, releases }) => releases === null && !released.has(id)),
      owners: new Map(itemRows.map((row) => [BigInt(row.id), owners.get(row.account_id) ?? ""])),
      orders: new Map(
        documents.map((row) => [
          BigInt(row.id),
          {
            orderId: row.order_id,
            owner: owners.get(row.account_id) ?? "",
            version: Number(row.version),
          },
        ]),
      ),
      changes: journal.map((row) => changeOf(row, owners)),
      ranks: new Map(
        accounts.map(({ id, owner_id: owner }) => [
          owner,
          new Map(codes.filter((row) => row.account_id === id).map((row) => [row.owner, row.rank])),
        ]),
      ),
      instalments: new Map([...instalments].map(([id, planned]) => [orderOf(id), planned])),
      versions: new Map(accounts.map(({ owner_id: owner, version }) => [owner, Number(version)])),
      fingerprint: [...versions, ...places, journal.length, rows.length, codes.length, ...counters].join(" "),
      broken: await this.audit(ids),
    }
  }

  private async audit(ids: readonly string[]): Promise<string[]> {
    const ledger = { sql: async <Row>(text: string) => (await this.ask(text)) as Row[] }
    const broken: string[] = []
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one account after the other
      broken.push(...(await violationsIn(ledger, id)), ...(await this.wrongTotals(id)))
    }
    return broken
  }

  /** What an account says of itself must add up, and its orders must say the same on their own pages. */
  private async wrongTotals(accountId: string): Promise<string[]> {
    const { totals, orders } = await this.service.accounts.retrieve(accountId)
    const units = (amount: string): bigint => BigInt(amount.replace(".", ""))
    const { owed, paid, unallocated, open } = totals
    const balance = units(owed) - units(paid) + units(unallocated)
    const wrong =
      balance === units(open) ? [] : [`account ${accountId}: ${JSON.stringify(totals)} do not add up`]
    // One that changed hands is in both accounts, each with what was settled there.
    const moved = await this.ask<{ order_id: string }>(
      `select distinct d.order_id from reconciliation_change c
         join reconciliation_document d on d.id = c.document_id where c.kind = 'transfer'`,
    )
    const elsewhere = new Set(moved.map(({ order_id: id }) => id))
    for (const { id, state } of orders.filter((order) => !elsewhere.has(order.id))) {
      // oxlint-disable-next-line no-await-in-loop -- one order after the other
      const order = await this.service.orders.retrieve(id)
      if (order && order.state !== state)
        wrong.push(`order ${id} is ${state} in its account and ${order.state} on its page`)
    }
    return wrong
  }

  private async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const statement: Statement = { name: "model", text }
    return this.database.run<Row>(statement, values)
  }

  private async accountId(owner: string): Promise<string> {
    const [account] = await this.ask<{ id: string }>(
      "select id from reconciliation_account where owner_id = $1 and currency_code = $2",
      [owner, this.scenario.currency],
    )
    if (!account) throw new Error(`${owner} has no account`)
    return account.id
  }
}

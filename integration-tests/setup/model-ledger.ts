import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocate/strategy"
import type { Instalment } from "../../src/modules/reconciliation/domain/instalment"
import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import { Database } from "../../src/modules/reconciliation/services/database"
import { instalmentsOf } from "../../src/modules/reconciliation/services/plans"
import {
  allocationOf,
  openItemOf,
  type AllocationRow,
  type OpenItemRow,
} from "../../src/modules/reconciliation/services/rows"
import ReconciliationModuleService from "../../src/modules/reconciliation/services/service"
import { ALLOCATION_COLUMNS, OPEN_ITEM_COLUMNS } from "../../src/modules/reconciliation/sql/columns"
import type { Statement } from "../../src/modules/reconciliation/sql/statement"
import type { HostOrder } from "../../test/support/model/host-order"
import type {
  Actor,
  InstalmentEvent,
  ModelCell,
  ModelLedger,
  Picture,
  PlannedPart,
} from "../../test/support/model/world"
import { violationsIn } from "./audit"

const CURRENCIES: Readonly<Record<number, string>> = { 0: "jpy", 2: "eur", 3: "kwd" }
const CONTEXTS = {
  system: { actor: { type: "system", id: null }, cause: "model" },
  person: { actor: { type: "user", id: "user_1" }, cause: "model" },
} as const

interface LifeOnPostgres {
  readonly strategy: StrategyName
  readonly digits: number
  readonly customerId: string
}

/** The service on PostgreSQL, as a model's life talks to it. */
export class PostgresLedger implements ModelLedger {
  private readonly service: ReconciliationModuleService
  private readonly database: Database
  private account: string | undefined

  constructor(
    knex: Knex,
    private readonly life: LifeOnPostgres,
  ) {
    this.service = new ReconciliationModuleService({ __pg_connection__: knex }, { strategy: life.strategy })
    this.database = new Database(knex)
  }

  async read(order: HostOrder, actor: Actor): Promise<void> {
    const { now, hostVersions } = await this.service.readMarks([order.id])
    await this.service.reconcileOrder(order.history(hostVersions.get(order.id) ?? 0, now), {
      context: CONTEXTS[actor],
    })
  }

  async deposit(amount: bigint, key: string, at: string): Promise<void> {
    await this.service.recordPayment({
      customerId: this.life.customerId,
      currencyCode: CURRENCIES[this.life.digits] ?? "eur",
      digits: this.life.digits,
      amount: decimalOf(amount, this.life.digits),
      method: "cheque",
      reference: key,
      occurredAt: at,
      idempotencyKey: `${this.life.customerId}_${key}`,
      context: CONTEXTS.person,
    })
  }

  async run(strategy: StrategyName, actor: Actor): Promise<void> {
    await this.service.reconcileAccount(await this.accountId(), strategy, { context: CONTEXTS[actor] })
  }

  async edit(scope: string | null, expectedVersion: number, cells: readonly ModelCell[]): Promise<void> {
    const place = scope === null ? { accountId: await this.accountId() } : { orderId: scope }
    await this.service.editAllocations({
      ...place,
      expectedVersion,
      cells: cells.map(({ creditItemId, debitItemId, amount }) => ({
        creditItemId: creditItemId.toString(),
        debitItemId: debitItemId.toString(),
        amount: decimalOf(amount, this.life.digits),
      })),
      context: CONTEXTS.person,
    })
  }

  async plan(orderId: string, parts: readonly PlannedPart[]): Promise<void> {
    const pinsOf = ({ lineKey, amount }: PlannedPart): string =>
      JSON.stringify(lineKey === null ? [] : [{ line: lineKey, amount: amount.toString() }])
    await this.ask(
      `with change as (
         insert into reconciliation_change (account_id, document_id, kind, cause, actor_type)
         select account_id, id, 'plan', 'model', 'user' from reconciliation_document where order_id = $1 returning *
       ), planned as (
         insert into reconciliation_instalment (account_id, document_id, change_id, plan, number, due_on, amount, reference, pins)
         select c.account_id, c.document_id, c.id, 1, u.number, u.due_on, u.amount, u.reference, u.pins
           from change c, unnest($2::date[], $3::bigint[], $4::text[], $5::jsonb[]) with ordinality
                  u (due_on, amount, reference, pins, number)
       ), document as (
         update reconciliation_document d set plan = 1, version = version + 1 from change c where d.id = c.document_id
       )
       update reconciliation_account a set version = version + 1 from change c where a.id = c.account_id`,
      [
        orderId,
        parts.map(({ dueOn }) => dueOn),
        parts.map(({ amount }) => amount),
        parts.map(({ reference }) => reference),
        parts.map(pinsOf),
      ],
    )
  }

  async note({ id }: Instalment, event: InstalmentEvent): Promise<void> {
    await this.ask(
      `with change as (
         insert into reconciliation_change (account_id, document_id, kind, cause, actor_type)
         select account_id, document_id, 'instalment', 'model', 'user' from reconciliation_instalment where id = $1
         returning *
       ), noted as (
         insert into reconciliation_instalment_event (instalment_id, change_id, kind, due_on)
         select $1, c.id, $2, $3::date from change c
       )
       update reconciliation_account a set version = version + 1 from change c where a.id = c.account_id`,
      [id, event.kind, event.kind === "postponed" ? event.dueOn : null],
    )
  }

  async picture(): Promise<Picture> {
    const account = await this.accountId()
    const items = (
      await this.ask<OpenItemRow>(
        `select ${OPEN_ITEM_COLUMNS} from reconciliation_open_item i where i.account_id = $1 order by i.id`,
        [account],
      )
    ).map(openItemOf)
    const rows = (
      await this.ask<AllocationRow>(
        `select ${ALLOCATION_COLUMNS} from reconciliation_allocation a where a.account_id = $1 order by a.id`,
        [account],
      )
    ).map(allocationOf)
    const released = new Set(rows.map(({ releases }) => releases))
    const documents = await this.ask<{ id: string; order_id: string; version: string }>(
      "select id, order_id, version from reconciliation_document where account_id = $1 order by id",
      [account],
    )
    const orderIds = new Map(documents.map(({ id, order_id }) => [BigInt(id), order_id]))
    const instalments = await instalmentsOf(this.database, [...orderIds.keys()])
    const [{ version, changes } = { version: "0", changes: "0" }] = await this.ask<{
      version: string
      changes: string
    }>(
      `select version, (select count(*) from reconciliation_change where account_id = $1) as changes
         from reconciliation_account where id = $1`,
      [account],
    )
    const codes = await this.ask<{ owner: string; rank: number }>(
      `select coalesce('docu:' || document_id, 'item:' || open_item_id) as owner, rank
         from reconciliation_matching_sequence where account_id = $1`,
      [account],
    )
    const counters = items.map(({ id, allocated, taxesAllocated }) => [id, allocated, taxesAllocated].join())
    return {
      items,
      live: rows.filter(({ id, releases }) => releases === null && !released.has(id)),
      orders: orderIds,
      ranks: new Map(codes.map(({ owner, rank }) => [owner, rank])),
      instalments: new Map([...instalments].map(([id, planned]) => [orderIds.get(id) ?? "", planned])),
      version: Number(version),
      versions: new Map(documents.map((document) => [document.order_id, Number(document.version)])),
      fingerprint: [version, changes, rows.length, codes.length, ...counters].join(" "),
      broken: await violationsIn(
        { sql: async <Row>(text: string) => (await this.ask(text)) as Row[] },
        account,
      ),
    }
  }

  private async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const statement: Statement = { name: "model", text }
    return this.database.run<Row>(statement, values)
  }

  private async accountId(): Promise<string> {
    this.account ??= (await this.service.listAccounts(this.life.customerId))[0]?.id
    if (this.account === undefined) throw new Error(`${this.life.customerId} has no account`)
    return this.account
  }
}

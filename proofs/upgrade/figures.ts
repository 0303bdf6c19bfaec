import type { Rows } from "./dump"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { violationsIn } from "../../integration-tests/setup/audit"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { send } from "../../bench/lib/database"

/** What a ledger says of itself, as JSON: every order, account, list and broken rule. */
export interface Figures {
  readonly orders: Readonly<Record<string, unknown>>
  readonly accounts: Readonly<Record<string, unknown>>
  readonly openItems: readonly unknown[]
  readonly instalments: readonly unknown[]
  readonly customers: Readonly<Record<string, unknown>>
  readonly broken: readonly string[]
}

const PAGE = 500

/** Reads all figures through the plugin's own service. */
export async function figuresOf(knex: Knex): Promise<Figures> {
  const service = new ReconciliationModuleService({ __pg_connection__: knex }, {})
  const orders: Record<string, unknown> = {}
  for (const { order_id: id } of await send<{ order_id: string }>(
    knex,
    "select order_id from reconciliation_document order by id",
  ))
    orders[id] = await service.orders.retrieve(id)
  const accounts: Record<string, unknown> = {}
  const customers: Record<string, unknown> = {}
  const broken: string[] = []
  const audited = { sql: async <Row>(text: string) => (await send<object>(knex, text)) as Row[] }
  for (const { id, owner_id: owner } of await send<{ id: string; owner_id: string }>(
    knex,
    "select id, owner_id from reconciliation_account order by id",
  )) {
    accounts[id] = await service.accounts.retrieve(id)
    customers[owner] = await service.accounts.listOf(owner)
    broken.push(...(await violationsIn(audited, id)))
  }
  const plain = {
    orders,
    accounts,
    customers,
    broken,
    openItems: await everyPage((cursor) => service.openItems.list({ limit: PAGE, cursor })),
    instalments: await everyPage((cursor) => service.plans.list({ limit: PAGE, cursor })),
  }
  return JSON.parse(JSON.stringify(plain)) as Figures
}

type Page = { readonly nextCursor: string | null } & (
  { readonly items: readonly unknown[] } | { readonly instalments: readonly unknown[] }
)

async function everyPage(read: (cursor: string | undefined) => Promise<Page>): Promise<unknown[]> {
  const all: unknown[] = []
  for (let cursor: string | undefined; ;) {
    const page = await read(cursor)
    all.push(...("items" in page ? page.items : page.instalments))
    if (page.nextCursor === null) return all
    cursor = page.nextCursor
  }
}

/**
 * Where something that was known is no longer so, as paths; what is new beside it does not count, because a
 * release may tell more of the same.
 */
export function lost(before: unknown, after: unknown, path = ""): string[] {
  if (typeof before !== "object" || before === null) {
    return Object.is(before, after)
      ? []
      : [`${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`]
  }
  if (typeof after !== "object" || after === null) return [`${path} is gone`]
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length)
    return [`${path}: ${before.length} became ${after.length}`]
  return Object.entries(before).flatMap(([name, value]) =>
    lost(value, (after as Record<string, unknown>)[name], `${path}/${name}`),
  )
}

/**
 * What is told now as releases before 0.2 told it: their `method` held the provider of a payment and the kind of a
 * reversal or a write-off, which have names of their own since; a short payment was called a rest.
 */
export function asBefore(told: unknown): unknown {
  if (told === "short_payment") return "rest"
  if (typeof told === "string")
    return told.replace(": a short payment is given up;", ": a small rest is given up;")
  if (typeof told !== "object" || told === null) return told
  if (Array.isArray(told)) return told.map(asBefore)
  const { method, provider_id, reversal_kind, write_off_kind, detail } = told as Record<string, unknown>
  const held = [provider_id, reversal_kind, write_off_kind, detail].find((name) => typeof name === "string")
  const entries = Object.entries(told).map(([name, value]) => [name, asBefore(value)])
  return { ...Object.fromEntries(entries), ...(method !== undefined && { method: asBefore(held ?? method) }) }
}

/** Rows with what people typed in its place, where releases before 0.2 held it. */
export function withTypedTexts(rows: Rows): Rows {
  const texts = new Map(
    (rows["reconciliation_typed_text"] ?? []).map(({ name, content }) => [String(name), content]),
  )
  const filled = Object.entries(rows).map(([table, found]) => [
    table,
    found.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          typeof value === "string" ? (texts.get(value) ?? value) : value,
        ]),
      ),
    ),
  ])
  return Object.fromEntries(filled) as Rows
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is narrowed by state or GL account is read by indexes of its own, whatever the order. */
export class Migration20261129121100Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(indexes)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists ${NAMES.join(", ")};`)
  }
}

/** How a list is sorted: by moment, by size within a currency, by owner. */
const SORTED = { time: "happened_at, id", size: "currency_code, open, id", owner: "owner_sort, id" }

const index = (name: string, columns: string, where: string): string =>
  `create index if not exists reconciliation_transaction_${name} on reconciliation_transaction (${columns}) ${where};`

const indexes = [
  index("state_time", "state, happened_at, id", ""),
  index("gl_time", "gl_account, happened_at, id", "where gl_account is not null"),
  // The planned ones of a currency would be gathered by size, all of them, for a page in time.
  index("planned_currency_time", "currency_code, happened_at, id", "where planned_until is not null"),
  index("plan_unsure", "id", "where plan_unsure"),
  ...Object.entries(SORTED).flatMap(([sort, columns]) => [
    index(
      `open_state_${sort}`,
      `state, ${columns}`,
      `${sort === "size" ? "include (view, due_on, contradicts, happened_on, planned_until, plan_unsure) " : ""}where unreconciled`,
    ),
    index(`planned_${sort}`, columns, "where planned_until is not null"),
    index(`open_gl_${sort}`, `gl_account, ${columns}`, "where unreconciled and gl_account is not null"),
  ]),
  `create index if not exists reconciliation_open_item_touched
     on reconciliation_open_item ((allocated > 0), occurred_on, id) where allocated < amount;`,
  `create index if not exists reconciliation_open_item_gl_account
     on reconciliation_open_item (gl_account, occurred_on, id) where allocated < amount and gl_account is not null;`,
].join("\n")

const NAMES = [
  "reconciliation_open_item_touched",
  "reconciliation_open_item_gl_account",
  ...["state_time", "gl_time", "planned_currency_time", "plan_unsure"].map(
    (name) => `reconciliation_transaction_${name}`,
  ),
  ...Object.keys(SORTED).flatMap((sort) =>
    ["open_state", "planned", "open_gl"].map((by) => `reconciliation_transaction_${by}_${sort}`),
  ),
]

import { isDeepStrictEqual } from "node:util"
import { Decimal } from "decimal.js"
import { CONTENT } from "../../bench/reconcile-all/tables"
import { connect, send, type OwnDatabase } from "../../bench/lib/database"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { RunPreview } from "../../src/types/http"

type Runs = ReconciliationModuleService["runs"]
type Context = Parameters<Runs["start"]>[0]["context"]

interface Cell {
  readonly account: string
  readonly credit: string
  readonly debit: string
  readonly order_id: string
  readonly version: string
  readonly order_version: string
}

/** What people do after a run on what it has placed: lower an amount, set an order free, take a payment back. */
export class LaterActs {
  private readonly touched: string[] = []

  constructor(
    private readonly own: OwnDatabase,
    private readonly context: Context,
  ) {}

  /** @returns how many were done, each on an account of its own, spread evenly over all */
  async perform(most: number): Promise<number> {
    const pool = connect(this.own.url, 2)
    try {
      const service = new ReconciliationModuleService({ __pg_connection__: pool }, { mirror: false })
      const cells = await send<Cell>(this.own.knex, ONE_CELL_AN_ACCOUNT, [most])
      for (const [index, cell] of cells.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- people act one after the other
        await this.act(service, cell, index)
        this.touched.push(cell.account)
      }
      return cells.length
    } finally {
      await pool.destroy()
    }
  }

  private async act(service: ReconciliationModuleService, cell: Cell, index: number): Promise<void> {
    const { context } = this
    if (index % 3 === 0) {
      const cells = [{ creditItemId: cell.credit, debitItemId: cell.debit, amount: "1.00" }]
      const [accountId, expectedVersion] = [cell.account, Number(cell.version)]
      await service.edits.edit({ accountId, expectedVersion, cells, context })
    } else if (index % 3 === 1) {
      const target = { orderId: cell.order_id }
      const expectedVersion = Number(cell.order_version)
      await service.edits.takeBack({ target, cascade: false, expectedVersion, context })
    } else {
      await service.payments.reverse({
        paymentId: cell.credit,
        kind: "bounced_cheque",
        amount: "10.00",
        occurredAt: null,
        reference: null,
        reason: "bounced",
        idempotencyKey: `later ${index}`,
        context,
      })
    }
  }

  /** Undoes the run without a word, which must be refused, and then in cascade. @returns what was otherwise than it should be */
  async wrongInUndo(runs: Runs, runId: string): Promise<string[]> {
    const wrong: string[] = []
    const before = await this.own.row(CONTENT)
    const refused = await runs.undo({ runId, context: this.context }).then(
      () => "nothing",
      (error: { code?: string }) => error.code,
    )
    if (refused !== "run_has_dependants") wrong.push(`refused with ${refused}`)
    if (!isDeepStrictEqual(await this.own.row(CONTENT), before)) wrong.push("the refusal changed rows")
    const asked = { runId, dependants: "cascade", context: this.context } as const
    const previewed = await whole(runs, asked)
    const undo = await runs.undo(asked)
    while (await runs.work("alone"));
    const { counts } = await runs.retrieve(undo.id)
    if (!isDeepStrictEqual(counts, previewed)) wrong.push(`previewed ${JSON.stringify([previewed, counts])}`)
    const rest = await this.own.row<{ others: number; living: number; left: number }>(REST, [
      this.touched,
      runId,
      undo.id,
    ])
    if (rest.others > 0) wrong.push(`${rest.others} counters of accounts that nobody touched`)
    if (rest.living !== rest.left) wrong.push(`${rest.living} allocations live, ${rest.left} are listed`)
    return wrong
  }
}

type Counts = RunPreview["counts"]

/** A preview tells page by page; what all pages come to. */
async function whole(runs: Runs, asked: Parameters<Runs["previewUndo"]>[0]): Promise<Counts | undefined> {
  let sum: Counts | undefined
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page: RunPreview = await runs.previewUndo(asked, cursor)
    sum = sum ? added(sum, page.counts) : page.counts
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return sum
}

/** All accounts are in one currency here. */
function added(sum: Counts, more: Counts): Counts {
  const [one] = sum.amounts
  const [other] = more.amounts
  const both = (name: "before" | "moved" | "after"): string =>
    new Decimal(one?.[name] ?? 0).plus(other?.[name] ?? 0).toFixed(2)
  const numbers = Object.entries(sum).flatMap(([name, value]) =>
    typeof value === "number" ? [[name, value + Number(more[name as keyof Counts])]] : [],
  )
  const amounts = one
    ? [{ ...one, before: both("before"), moved: both("moved"), after: both("after") }]
    : more.amounts
  return { ...sum, ...Object.fromEntries(numbers), amounts }
}

const ONE_CELL_AN_ACCOUNT = `
  select distinct on (l.account_id) l.account_id::text as account, l.credit_item_id::text as credit,
         l.debit_item_id::text as debit, d.order_id, a.version::text, d.version::text as order_version
    from reconciliation_live_allocation l
    join reconciliation_account a on a.id = l.account_id
    join reconciliation_open_item i on i.id = l.debit_item_id
    join reconciliation_document d on d.id = i.document_id
   where l.account_id % greatest((select count(*) from reconciliation_account) / $1::int, 1) = 0
   order by l.account_id, l.id limit $1::int`

const REST = `
  select (select count(*)::int from reconciliation_open_item where allocated <> 0 and account_id <> all($1::bigint[])) as others,
         (select count(*)::int from reconciliation_allocation a where a.run_id = $2::bigint and a.releases is null
            and not exists (select from reconciliation_allocation r where r.releases = a.id)) as living,
         (select coalesce(sum(left_count), 0)::int from reconciliation_run_chunk where run_id = $3::bigint) as left`

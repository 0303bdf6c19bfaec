import type { ListedInstalment } from "../../../types/http"
import type { OwnerType } from "../domain/owner"
import { listInstalments } from "./list-instalments.sql"
import type { Session } from "../ledger/database"
import { cursorOf, placeOf } from "../items/keyset"
import { viewOfInstalment } from "./payment-plan-view"
import { planStandings, type PlanStanding } from "./plans"

export type ListedState = "upcoming" | "overdue" | "failed"

export interface InstalmentFilter {
  /** upcoming falls due today or later; all three when absent. */
  readonly state?: ListedState | undefined
  /** Days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly customerId?: string | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface InstalmentPage {
  readonly instalments: ListedInstalment[]
  readonly nextCursor: string | null
}

interface ListedRow {
  id: string
  document_id: string
  due_on: string
  order_id: string
  display_id: string
  plan: number
  account_id: string
  expected: { line: string; amount: string }[]
  owner_type: OwnerType
  owner_id: string
  currency_code: string
  digits: number
  open: string
}

/**
 * A page of planned payments that are still to come, in the order in which they fall due. Those that
 * their order owes nothing for any more are left out, so a page may hold fewer than asked for.
 *
 * @throws cursor_malformed
 */
export async function listPlanned(
  session: Session,
  filter: InstalmentFilter,
  today: string,
): Promise<InstalmentPage> {
  const after = filter.cursor === undefined ? null : placeOf(filter.cursor)
  const rows = await session.run<ListedRow>(listInstalments, [
    filter.state ?? null,
    today,
    filter.from ?? null,
    filter.to ?? null,
    filter.customerId ?? null,
    after?.day ?? null,
    after?.id ?? null,
    filter.limit + 1,
  ])
  const page = rows.slice(0, filter.limit)
  const standings = await planStandings(session, documentsOf(page), today)
  const last = page.at(-1)
  return {
    instalments: page.flatMap((row) => viewOfRow(row, standings.get(BigInt(row.document_id)), today)),
    nextCursor: rows.length > filter.limit && last ? cursorOf(last.due_on, last.id) : null,
  }
}

function documentsOf(rows: readonly ListedRow[]): Parameters<typeof planStandings>[1] {
  const documents = new Map(rows.map((row) => [row.document_id, row]))
  return [...documents.values()].map((row) => ({
    id: BigInt(row.document_id),
    plan: row.plan,
    expected: row.expected.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
    open: BigInt(row.open),
  }))
}

function viewOfRow(row: ListedRow, standing: PlanStanding | undefined, today: string): ListedInstalment[] {
  const reservation = standing?.reservations.find(({ instalment }) => instalment.id === BigInt(row.id))
  const instalment = standing?.instalments.find(({ id }) => id === BigInt(row.id))
  if (!standing || !instalment || !reservation || reservation.reserved === 0n) return []
  return [
    {
      ...viewOfInstalment(instalment, standing, { digits: row.digits, today }),
      order_id: row.order_id,
      display_id: row.display_id,
      account_id: row.account_id,
      customer_id: row.owner_type === "customer" ? row.owner_id : null,
      currency_code: row.currency_code,
    },
  ]
}

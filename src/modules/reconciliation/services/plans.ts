import type { Instalment } from "../domain/instalment"
import type { PinnedLine } from "../domain/pinned-line"
import { coverageOf, reserve, type Coverage, type Reservation } from "../domain/reserve"
import { loadInstalments, loadOpenLines } from "../sql/load-plan"
import type { Session } from "./database"
import type { Document } from "./rows"

interface InstalmentRow {
  id: string
  document_id: string
  plan: number
  number: number
  due_on: string
  amount: string
  method: string | null
  reference: string | null
  pins: StoredLine[]
  failed: boolean
  cancelled: boolean
  settled: StoredLine[]
}

interface StoredLine {
  line: string
  amount: string
}

/** An instalment with the plan that it belongs to. */
export interface PlannedInstalment extends Instalment {
  readonly plan: number
}

/** Planned payments of some orders, by document; those without a plan are left out. */
export async function instalmentsOf(
  session: Session,
  documentIds: readonly bigint[],
): Promise<Map<bigint, PlannedInstalment[]>> {
  const plans = new Map<bigint, PlannedInstalment[]>()
  if (documentIds.length === 0) return plans
  for (const row of await session.run<InstalmentRow>(loadInstalments, [documentIds])) {
    const id = BigInt(row.document_id)
    plans.set(id, [...(plans.get(id) ?? []), instalmentOf(row)])
  }
  return plans
}

function instalmentOf(row: InstalmentRow): PlannedInstalment {
  return {
    id: BigInt(row.id),
    plan: row.plan,
    number: row.number,
    dueOn: row.due_on,
    amount: BigInt(row.amount),
    method: row.method,
    reference: row.reference,
    pins: row.pins.map(lineOf),
    failed: row.failed,
    cancelled: row.cancelled,
    settled: row.settled.map(lineOf),
  }
}

const lineOf = ({ line, amount }: StoredLine): PinnedLine => ({ lineKey: line, amount: BigInt(amount) })

/** How planned payments stand to what an order owes. */
export interface PlanStanding {
  readonly instalments: readonly PlannedInstalment[]
  readonly reservations: readonly Reservation[]
  readonly coverage: Coverage
}

export const UNPLANNED: PlanStanding = {
  instalments: [],
  reservations: [],
  coverage: { planned: 0n, overdue: false },
}

export interface PlannedDocument extends Pick<Document, "id" | "plan" | "expected"> {
  readonly open: bigint
}

/**
 * Where the plans of some orders stand on a day; orders without a plan and without a return on its way
 * are left out. `open` is all that an order has open, refunds included.
 */
export async function planStandings(
  session: Session,
  documents: readonly PlannedDocument[],
  today: string,
): Promise<Map<bigint, PlanStanding>> {
  const planned = documents.filter(({ plan, expected }) => plan > 0 || expected.length > 0)
  const ids = planned.filter(({ plan }) => plan > 0).map(({ id }) => id)
  const instalments = await instalmentsOf(session, ids)
  const lines = await openLinesOf(session, ids)
  return new Map(
    planned.map((document) => {
      const own = instalments.get(document.id) ?? []
      const reservations = reserve(own, lines.get(document.id) ?? [])
      const expected = document.expected.reduce((sum, { amount }) => sum + amount, 0n)
      const coverage = coverageOf(reservations, { expected, open: document.open, today })
      return [document.id, { instalments: own, reservations, coverage }]
    }),
  )
}

async function openLinesOf(
  session: Session,
  documentIds: readonly bigint[],
): Promise<Map<bigint, PinnedLine[]>> {
  const lines = new Map<bigint, PinnedLine[]>()
  if (documentIds.length === 0) return lines
  const rows = await session.run<{ document_id: string; line_key: string; open: string }>(loadOpenLines, [
    documentIds,
  ])
  for (const row of rows) {
    const id = BigInt(row.document_id)
    lines.set(id, [...(lines.get(id) ?? []), { lineKey: row.line_key, amount: BigInt(row.open) }])
  }
  return lines
}

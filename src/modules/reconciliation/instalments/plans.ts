import { planInWork } from "../domain/instalments/fulfil"
import type { Instalment } from "../domain/instalments/instalment"
import type { OpenItem } from "../domain/open-item"
import type { PinnedLine } from "../domain/instalments/pinned-line"
import type { PlansInWork } from "../domain/instalments/plan-instalments"
import { coverageOf, reserve, type Coverage, type Reservation } from "../domain/instalments/reserve"
import { takenBackOfInstalments } from "../domain/instalments/taken-back"
import { loadInstalments, loadOpenLines, loadReturnedAllocations, loadReturnedItems } from "./load-plan.sql"
import type { Session } from "../ledger/database"
import { allocationOf, openItemOf, type AllocationRow, type Document, type OpenItemRow } from "../ledger/rows"

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

/**
 * Planned payments of some orders, by document; those without a plan are left out.
 *
 * @param posted what the change that is being made posts on them, so that what it takes back counts
 */
export async function instalmentsOf(
  session: Session,
  documentIds: readonly bigint[],
  posted: readonly OpenItem[] = [],
): Promise<Map<bigint, PlannedInstalment[]>> {
  const plans = new Map<bigint, PlannedInstalment[]>()
  if (documentIds.length === 0) return plans
  const rows = await session.run<InstalmentRow>(loadInstalments, [documentIds])
  const paid = new Set(rows.flatMap((row) => (row.settled.length > 0 ? [BigInt(row.document_id)] : [])))
  const takenBack = await takenBackIn(session, [...paid], posted)
  for (const row of rows) {
    const id = BigInt(row.document_id)
    plans.set(id, [...(plans.get(id) ?? []), instalmentOf(row, takenBack.get(BigInt(row.id)) ?? [])])
  }
  return plans
}

/** The plans of the orders of some items, as money that comes to these may fulfil them. */
export async function plansInWork(
  session: Session,
  rows: readonly { readonly document_id: string | null; readonly plan: number | null }[],
): Promise<PlansInWork> {
  const ids = new Set(
    rows.flatMap(({ document_id: id, plan }) => (id !== null && plan !== null && plan > 0 ? [id] : [])),
  )
  const plans = await instalmentsOf(session, [...ids].map(BigInt))
  return new Map([...plans].map(([id, instalments]) => [id, planInWork(instalments)]))
}

/** By instalment, what was taken back of what had fulfilled it. Most orders never had money taken back. */
async function takenBackIn(
  session: Session,
  documentIds: readonly bigint[],
  posted: readonly OpenItem[],
): Promise<ReadonlyMap<bigint, readonly PinnedLine[]>> {
  if (documentIds.length === 0) return new Map()
  const touched = posted.flatMap(({ documentId }) => documentId ?? [])
  const rows = await session.run<AllocationRow & { document_id: string }>(loadReturnedAllocations, [
    documentIds,
    touched,
  ])
  if (rows.length === 0) return new Map()
  const ids = new Set(rows.map((row) => row.document_id))
  const credits = new Set(rows.map((row) => row.credit_item_id))
  const items = (await session.run<OpenItemRow>(loadReturnedItems, [[...ids], [...credits]])).map(openItemOf)
  const taken = [...ids].map((id) => {
    const allocations = rows.filter((row) => row.document_id === id).map(allocationOf)
    // Money that pays an order need not be its own: it may lie on account, or have come with another order.
    const paying = new Set(allocations.map(({ creditItemId }) => creditItemId))
    const ofOrder = (item: OpenItem): boolean => item.documentId === BigInt(id) || paying.has(item.id)
    return takenBackOfInstalments({ items: [...items, ...posted].filter(ofOrder), allocations })
  })
  return new Map(taken.flatMap((one) => [...one]))
}

function instalmentOf(row: InstalmentRow, takenBack: readonly PinnedLine[]): PlannedInstalment {
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
    takenBack,
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

/** The same of orders that are known to have a plan, by their documents; what covers them is not asked. */
export async function standingsOf(
  session: Session,
  documents: readonly string[],
  today: string,
): Promise<Map<bigint, PlanStanding>> {
  const planned = documents.map((id) => ({ id: BigInt(id), plan: 1, expected: [], open: 0n }))
  return planStandings(session, planned, today)
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

import type { ChargeOverdue, OrderStanding, OrderStateChanged } from "../../../types/events"
import type { MatchingCode, ReconciliationState } from "../../../types/http"
import { decimalOf } from "../domain/money"
import { stateOfDocument } from "../domain/order/status"
import type { Problem } from "../domain/posting/document-state"
import { planStandings, UNPLANNED } from "../instalments/plans"
import type { Database, Session, TransactionSession } from "../ledger/database"
import { readStandingsOfOrders } from "../ledger/read-account.sql"
import { codeOf } from "../orders/order-view"
import {
  findOverdue,
  findUntold,
  keepEvents,
  lockMark,
  lockTelling,
  moveMark,
  noteTold,
  readTold,
  takeEvents,
} from "./events.sql"

/** As the host's bus takes it. */
export interface PublicEvent {
  readonly name: string
  readonly data: unknown
}

export const ORDER_STATE_CHANGED = "reconciliation.order.state_changed"
export const CHARGE_OVERDUE = "reconciliation.charge.overdue"

interface ToldRow {
  readonly document_id: string
  readonly account_id: string
  readonly order_id: string
  readonly version: number
  readonly state: ReconciliationState | null
  readonly rank: number | null
  readonly closed: boolean | null
  readonly now: string
}

interface StandingRow {
  readonly document_id: string
  readonly expected: { line: string; amount: string }[]
  readonly plan: number
  readonly problems: Problem[]
  readonly rank: number | null
  readonly open: string
  readonly applied: string
}

type OverdueRow = Omit<ChargeOverdue, "id"> & { readonly digits: number }

/** Orders that are looked at in one transaction. */
const ORDERS_A_TIME = 200
const EVENTS_A_TIME = 200

/**
 * What other plugins are told. An event is noted in the transaction that sees the change, and leaves with the one that hands
 * it to the bus: it is lost by nothing, and comes twice, under the same id, only where that one is cut short.
 */
export class Events {
  constructor(
    private readonly database: Database,
    private readonly today: () => string,
  ) {}

  /** Notes how some orders stand, where that is not what was told of them. @returns how many events wait by that */
  async note(documentIds: readonly string[]): Promise<number> {
    let noted = 0
    for (let at = 0; at < documentIds.length; at += ORDERS_A_TIME) {
      const some = documentIds.slice(at, at + ORDERS_A_TIME)
      // oxlint-disable-next-line no-await-in-loop -- two at once would wait for each other
      noted += await this.database.transaction(async (session) => this.noteIn(session, some))
    }
    return noted
  }

  /** Notes whatever was not: what no event told of, and what the day alone has changed. */
  async noteDue(): Promise<void> {
    const today = this.today()
    const found = await this.database.transaction(async (session) => {
      const [mark] = await session.run<{ day: string | null }>(lockMark)
      const rows = await session.run<{ document_id: string }>(findUntold, [mark?.day !== today])
      return rows.map(({ document_id: id }) => id)
    })
    await this.note(found)
    await this.database.transaction(async (session) => {
      await session.run(lockMark)
      const overdue = await session.run<OverdueRow>(findOverdue, [today])
      await keep(
        session,
        CHARGE_OVERDUE,
        overdue.map(({ digits, open, ...charge }) => ({ ...charge, open: decimalOf(BigInt(open), digits) })),
      )
      await session.run(moveMark, [today])
    })
  }

  /** Hands what was noted to the bus, oldest first; what the bus refuses stays. @throws what the bus throws */
  async tell(emit: (events: PublicEvent[]) => Promise<void>): Promise<void> {
    for (let more = true; more;) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in their order
      more = await this.database.transaction(async (session) => {
        const rows = await session.run<{ id: string; name: string; data: object }>(takeEvents, [
          EVENTS_A_TIME,
        ])
        if (rows.length > 0) await emit(rows.map(({ id, name, data }) => ({ name, data: { id, ...data } })))
        return rows.length === EVENTS_A_TIME
      })
    }
  }

  /** Notes how some orders stand as if it had been told, as a part of a transaction: nobody hears of what is long past. */
  async noteAsTold(session: TransactionSession, documentIds: readonly string[]): Promise<void> {
    if (documentIds.length > 0) await this.noteIn(session, documentIds, { isTold: true })
  }

  private async noteIn(
    session: TransactionSession,
    documentIds: readonly string[],
    { isTold = false } = {},
  ): Promise<number> {
    const [, found] = await session.together([
      { statement: lockTelling, parameters: [ORDER_STATE_CHANGED] },
      { statement: readTold, parameters: [documentIds] },
    ])
    const told = found as ToldRow[]
    const standings = await standingsOf(session, told, this.today())
    const rows = told.flatMap((row) => {
      const after = standings.get(row.document_id)
      return after ? [{ row, before: before(row), after }] : []
    })
    const records = rows.map(({ row, after: { state, code } }) => ({
      document_id: row.document_id,
      version: row.version,
      state,
      rank: code?.rank ?? null,
      closed: code?.closed ?? false,
    }))
    const moved = rows.filter((one) => !isSame(one.before, one.after))
    await session.run(noteTold, [JSON.stringify(records)])
    if (isTold) return 0
    await keep(
      session,
      ORDER_STATE_CHANGED,
      moved.map(({ row, before: was, after }) => ({
        order_id: row.order_id,
        before: was,
        after,
        at: row.now,
      })),
    )
    return moved.length
  }
}

async function keep(
  session: Session,
  name: string,
  data: readonly (Omit<OrderStateChanged, "id"> | Omit<ChargeOverdue, "id">)[],
): Promise<void> {
  if (data.length > 0) await session.run(keepEvents, [name, JSON.stringify(data)])
}

function before({ state, rank, closed }: ToldRow): OrderStanding | null {
  if (state === null) return null
  return { state, code: rank === null ? null : codeOf(rank, closed === true) }
}

function isSame(one: OrderStanding | null, other: OrderStanding): boolean {
  const letters = (code: MatchingCode | null): string | null => code?.code ?? null
  return one?.state === other.state && letters(one.code) === letters(other.code)
}

/** How some orders stand, by document. */
async function standingsOf(
  session: Session,
  documents: readonly ToldRow[],
  today: string,
): Promise<ReadonlyMap<string, OrderStanding>> {
  const rows = await session.run<StandingRow>(readStandingsOfOrders, [
    documents.map(({ account_id: id }) => id),
    documents.map(({ document_id: id }) => id),
  ])
  const plans = await planStandings(
    session,
    rows.map(({ document_id: id, plan, expected, open }) => ({
      id: BigInt(id),
      plan,
      expected: expected.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
      open: BigInt(open),
    })),
    today,
  )
  return new Map(
    rows.map((row) => {
      const state = stateOfDocument({
        open: BigInt(row.open),
        applied: BigInt(row.applied),
        hasProblems: row.problems.length > 0,
        coverage: (plans.get(BigInt(row.document_id)) ?? UNPLANNED).coverage,
      })
      const code = row.rank === null ? null : codeOf(row.rank, state === "full")
      return [row.document_id, { state, code }]
    }),
  )
}

import { candidateOf } from "../domain/allocation/candidate"
import { put } from "../domain/allocation/fill"
import type { Release } from "../domain/allocation/release"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { decimalOf } from "../domain/money"
import { sameMoneyReason } from "../domain/same-money"
import { openAmount, type Allocation, type OpenItem } from "../domain/open-item"
import { RESTORED, TAKEN_BACK } from "../domain/planner/take-back"
import { loadItems } from "../ledger/load-document.sql"
import type { ChangeContext, WrittenChange } from "../ledger/change"
import type { Session } from "../ledger/database"
import { findDocument, type LoadedDocument } from "../ledger/documents"
import { change } from "../ledger/envelope"
import type { OrderPlace } from "../ledger/lock"
import { allocationOf, openItemOf, type Account, type AllocationRow, type OpenItemRow } from "../ledger/rows"
import { waitingAmong } from "../items/waiting"
import type { CodeSettings } from "../settings/options"
import type { StrategyOfChannel } from "../settings/strategies"
import { candidatesOf, settleAgain } from "./settle-document"
import { loadMirrored } from "./yield-to-captures.sql"

export interface AboutToBe {
  /** Items as they stand, before anything of it is written. */
  readonly standing: readonly OpenItem[]
  /** New items, as they will be. */
  readonly posted: readonly OpenItem[]
  readonly proposals: readonly Proposal[]
}

/** Whether a capture of an order would be left over by what is about to be written; decided in memory. */
export function leavesCaptures({ standing, posted, proposals }: AboutToBe): boolean {
  const taken = new Map<bigint, bigint>()
  for (const { credit, amount } of proposals) taken.set(credit.id, (taken.get(credit.id) ?? 0n) + amount)
  return (
    posted.some((item) => isCapture(item) && openAmount(item) > 0n) ||
    standing.some((item) => isCapture(item) && openAmount(item) > (taken.get(item.id) ?? 0n))
  )
}

const isCapture = ({ kind, side }: OpenItem): boolean => kind === "payment" && side === "credit"

interface Yielding {
  readonly account: Account
  readonly orderId: string
  readonly strategyOf: StrategyOfChannel
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** The day of it in the accounting time zone. */
  readonly today: string
}

/** Allocations that gave way, and what took their place. */
export interface Yielded {
  readonly releases: readonly Release[]
  readonly proposals: readonly Proposal[]
  readonly written: WrittenChange
}

/**
 * Money that is bound to the order counts, money on account yields: while a capture lies unapplied and a deposit settles the
 * order that the host also counts, the deposit is released by the smaller of both, newest first, and the capture takes its
 * place. What a person set free is left alone, and what fulfils a planned payment stays.
 *
 * @returns what became of it, or undefined when nothing had to yield
 */
export async function yieldToCaptures(
  session: Session,
  { account, orderId, strategyOf, context, codes, today }: Yielding,
): Promise<Yielded | undefined> {
  const loaded = await findDocument(session, orderId)
  if (!loaded) return undefined
  const rows = await session.run<AllocationRow>(loadMirrored, [loaded.document.id, account.id])
  if (rows.length === 0) return undefined
  const waiting = await waitingAmong(session, loaded.items)
  const captures = loaded.items.filter(
    (item) => isCapture(item) && openAmount(item) > 0n && !waiting.has(item.id),
  )
  const unapplied = captures.reduce((sum, item) => sum + openAmount(item), 0n)
  const freed = await freeing(session, { loaded, mirrored: rows.map(allocationOf), most: unapplied, today })
  const candidates = candidatesOf(loaded, freed.releases)
  const rests = freed.rest ? [putBack(candidates, freed, freed.rest)] : []
  const taking = new Set(captures)
  const own = candidates.filter(({ item }) => item.side === "debit" || taking.has(item))
  const settled = await settleAgain(session, { loaded, candidates: own, strategyOf, context })
  const taken = settled.reduce((sum, { amount }) => sum + amount, 0n)
  // A strategy of the store's own may leave something out; then nothing is set free for nothing.
  if (freed.amount === 0n || taken < freed.amount) return undefined
  const reason = reasonOf(freed.amount, unapplied, account.digits)
  const { releases } = freed
  const proposals = [...rests, ...settled]
  return change<OrderPlace, Yielded | undefined>(session, {
    context: { ...context, ...(reason !== undefined && { reason }) },
    codes,
    lock: async () => ({ account, loaded }),
    plan: async () => ({
      change: {
        kind: "ingest",
        items: [],
        releases,
        proposals,
        origin: "auto",
      },
      answer: (written) => (written ? { releases, proposals, written } : undefined),
    }),
  })
}

/** The hint for who looks at it: two payments of one amount may be one. */
const reasonOf = (freed: bigint, unapplied: bigint, digits: number): string | undefined =>
  freed === unapplied ? sameMoneyReason(decimalOf(freed, digits)) : undefined

interface Freed {
  readonly releases: readonly Release[]
  /** Minor units that are free in the end. */
  readonly amount: bigint
  /** What of the last one stays where it is. */
  readonly rest: { readonly allocation: Allocation; readonly amount: bigint } | null
  readonly deposits: ReadonlyMap<bigint, OpenItem>
}

async function freeing(
  session: Session,
  {
    loaded,
    mirrored,
    most,
    today,
  }: {
    readonly loaded: LoadedDocument
    readonly mirrored: readonly Allocation[]
    readonly most: bigint
    readonly today: string
  },
): Promise<Freed> {
  const released: Allocation[] = []
  let amount = 0n
  for (const allocation of mirrored) {
    if (amount >= most) break
    released.push(allocation)
    amount += allocation.amount
  }
  const ids = [...new Set(released.map(({ creditItemId }) => creditItemId))]
  const deposits = new Map(
    (await session.run<OpenItemRow>(loadItems, [ids])).map(openItemOf).map((item) => [item.id, item]),
  )
  const debits = new Map(loaded.items.map((item) => [item.id, item]))
  const last = released.at(-1)
  const over = amount > most ? amount - most : 0n
  return {
    releases: released.flatMap((allocation) => {
      const [credit, debit] = [deposits.get(allocation.creditItemId), debits.get(allocation.debitItemId)]
      return credit && debit ? [{ allocation, credit, debit, rule: TAKEN_BACK, on: today }] : []
    }),
    amount: amount - over,
    rest: last && over > 0n ? { allocation: last, amount: over } : null,
    deposits,
  }
}

/** Puts what stays of the last one on the same debit again, before the captures come. */
function putBack(
  candidates: readonly Candidate[],
  { deposits, releases }: Freed,
  { allocation, amount }: NonNullable<Freed["rest"]>,
): Proposal {
  const deposit = deposits.get(allocation.creditItemId)
  const debit = candidates.find(({ item }) => item.id === allocation.debitItemId)
  if (!deposit || !debit) throw new Error(`allocation ${allocation.id} was not loaded`)
  const credit = candidateOf(deposit, { placedAt: deposit.occurredAt, placedOn: deposit.occurredOn })
  for (const release of releases) {
    if (release.credit !== deposit) continue
    credit.open += release.allocation.amount
    credit.taxed = credit.taxed.map((taken, rate) => taken - (release.allocation.creditTaxes[rate] ?? 0n))
  }
  return put(credit, debit, { amount, rule: RESTORED })
}

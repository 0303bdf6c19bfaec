import type { AllocationMove, KeptMove } from "../../../types/http"
import type { Release } from "../domain/allocation/release"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { decimalOf } from "../domain/money"
import { planFree } from "../domain/planner/free-money"
import type { TakeBackPlan } from "../domain/planner/take-back"
import { loadAround, type Around } from "../edits/around"
import { MoveView } from "../edits/move-view"
import { refuseTakeBack } from "../edits/refusals"
import type { Session } from "../ledger/database"
import { refuseMoney } from "./refusals"

export interface Wanted {
  readonly itemId: bigint
  readonly digits: number
  /** Minor units; null for all that is free, or can be freed. */
  readonly amount: bigint | null
  /** Takes it off what it pays. */
  readonly release: boolean
  /** Takes back with it what has come to rest on that. */
  readonly cascade: boolean
  /** The day on which it is done. */
  readonly on: string
}

/** Money of which so much is free, with what is to be written for that. */
export interface FreedMoney {
  /** With at least `amount` open once `releases` and `proposals` are written. */
  readonly money: Candidate
  readonly amount: bigint
  readonly releases: readonly Release[]
  readonly proposals: readonly Proposal[]
  readonly released: AllocationMove[]
  readonly kept: KeptMove[]
}

/**
 * Sees that so much of some money is free: what it has left, and where that is wanted what it had settled of lines. The
 * account must be locked.
 *
 * @throws money_not_free | move_too_large | has_dependants | dependant_stays
 */
export async function freeMoney(session: Session, wanted: Wanted): Promise<FreedMoney> {
  const { itemId, digits, release, cascade } = wanted
  const around = await aroundOf(session, itemId)
  const view = new MoveView(
    around.candidates.map(({ item }) => item),
    digits,
  )
  const { money, amount, free, most, paying, kept, plan } = planFree({ ...around, ...wanted })
  const told = { item: money.item, wanted: decimalOf(amount, digits), paying: view.told(paying) }
  if (amount > most || most === 0n)
    throw refuseMoney.tooMuch({ ...told, most: decimalOf(most, digits), why: kept[0]?.why })
  if (amount === 0n || (amount > free && !release))
    throw refuseMoney.notFree({ ...told, free: decimalOf(free, digits) })
  refuseWhatRests(plan, view, cascade)
  const { releases, proposals } = plan
  return {
    money,
    amount,
    releases,
    proposals,
    released: releases.map(({ allocation }) => view.of(allocation)),
    kept: release ? kept.map(({ allocation, why }) => ({ ...view.of(allocation), why })) : [],
  }
}

/** @throws has_dependants | dependant_stays */
export function refuseWhatRests(
  { blocked, dependants }: TakeBackPlan,
  view: MoveView,
  cascade: boolean,
): void {
  const [stays] = blocked
  if (stays) throw refuseTakeBack.blocked(view.told(blocked.map(({ allocation }) => allocation)), stays.why)
  if (dependants.length > 0 && !cascade) throw refuseTakeBack.dependants(view.told(dependants))
}

/** Some money, all that it touches, and every order that it pays, wholly: what rests on it may stand on any line. */
export async function aroundOf(
  session: Session,
  itemId: bigint,
  more: readonly bigint[] = [],
): Promise<Around> {
  const { candidates } = await loadAround(session, [], [itemId, ...more])
  const orders = new Set(candidates.flatMap(({ item }) => item.documentId ?? []))
  return loadAround(session, [...orders], [itemId, ...more])
}

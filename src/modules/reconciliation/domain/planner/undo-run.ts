import { grouped } from "../grouped"
import { isWriteOff, type Allocation, type OpenItem } from "../open-item"
import { planTakeBack, type Kept, type TakeBackInput, type TakeBackPlan } from "./take-back"
import { undoingOf, type Undoing } from "./undo"

/**
 * Why an amount of a run is not simply taken back. rests: something had of it since; changed: somebody took it back or
 * put it anew; written_off: what its order had left was given up since; else as when it is deleted by hand.
 */
export type NotUndone = "rests" | "changed" | "written_off" | Kept

export interface Listed {
  /** As the run put it. */
  readonly allocation: Allocation
  readonly why: NotUndone
  /** What rests on it, or gave up what its order had left. */
  readonly dependants: readonly Allocation[]
}

export interface UndoRunInput extends Pick<TakeBackInput, "candidates" | "live" | "on" | "movedAway"> {
  /** What the run put on the account. */
  readonly made: readonly Allocation[]
  /** Takes back with it what rests on it, and what somebody has put in its place. */
  readonly cascade: boolean
}

export interface UndoRunPlan {
  readonly plan: TakeBackPlan
  /** What stays. */
  readonly stays: readonly Listed[]
}

/** A part of the undo that is done or left as one. */
interface Part extends Undoing {
  readonly of: Allocation
}

/**
 * Plans to take back what a run put on one account: all that stands as it was put and that nothing rests on, and, with
 * `cascade`, what rests on the other amounts and they themselves. What cannot be taken back stays, and the rest is done.
 */
export function planUndoOfRun(input: UndoRunInput): UndoRunPlan {
  const work = new UndoOfRun(input)
  return work.plan()
}

class UndoOfRun {
  private readonly items: ReadonlyMap<bigint, OpenItem>
  private readonly standing: ReadonlySet<bigint>
  private readonly stays: Listed[] = []

  constructor(private readonly input: UndoRunInput) {
    this.items = new Map(input.candidates.map(({ item }) => [item.id, item]))
    this.standing = new Set(input.live.map(({ id }) => id))
  }

  plan(): UndoRunPlan {
    const accepted = this.accept(this.parts(), [])
    const plan = this.planOf(accepted)
    for (const { allocation, why } of plan.kept) this.stays.push({ allocation, why, dependants: [] })
    const place = new Map(this.input.made.map(({ id }, index) => [id, index]))
    const placeOf = ({ allocation }: Listed): number => place.get(allocation.id) ?? place.size
    return { plan, stays: this.stays.toSorted((one, other) => placeOf(one) - placeOf(other)) }
  }

  private parts(): Part[] {
    const writtenOff = this.writtenOffSince()
    const asked: Allocation[] = []
    for (const allocation of this.input.made) {
      const { documentId } = this.item(allocation.debitItemId)
      const isStanding = this.standing.has(allocation.id)
      const writeOffs = documentId === null ? undefined : writtenOff.get(documentId)
      if (writeOffs) this.stay(allocation, "written_off", writeOffs)
      else if (isStanding || this.input.cascade) asked.push(allocation)
      else this.stay(allocation, "changed")
    }
    if (!this.input.cascade) return asked.map((of) => ({ of, release: [of], restore: [] }))
    const { live } = this.input
    return [...grouped(asked, pairOf).values()].flatMap((made) => {
      const [of] = made
      return of ? [{ of, ...undoingOf(made, live) }] : []
    })
  }

  /**
   * Adds as many parts to those that are accepted as can be done with them. All at once mostly can; where not, each half
   * is tried by itself, so that few bad ones among many cost few plans.
   */
  private accept(parts: readonly Part[], accepted: readonly Part[]): readonly Part[] {
    if (parts.length === 0) return accepted
    const { blocked, dependants } = this.planOf([...accepted, ...parts])
    const fixed = blocked.map(({ allocation }) => allocation)
    const hinders = this.input.cascade ? fixed : [...dependants, ...fixed]
    if (hinders.length === 0) return [...accepted, ...parts]
    const [only] = parts
    if (parts.length === 1 && only) {
      this.stays.push({ allocation: only.of, why: "rests", dependants: hinders })
      return accepted
    }
    const half = Math.ceil(parts.length / 2)
    return this.accept(parts.slice(half), this.accept(parts.slice(0, half), accepted))
  }

  private planOf(parts: readonly Part[]): TakeBackPlan {
    const { candidates, live, on, movedAway } = this.input
    return planTakeBack({
      candidates,
      live,
      on,
      movedAway,
      release: parts.flatMap(({ release }) => release),
      restore: parts.flatMap(({ restore }) => restore),
    })
  }

  /** Orders of which something was written off after the run: that was decided on what the run had paid. */
  private writtenOffSince(): ReadonlyMap<bigint | null, readonly Allocation[]> {
    const [first] = this.input.made
    if (!first) return new Map()
    const writeOffs = this.input.live.filter(
      ({ id, creditItemId }) => id > first.id && isWriteOff(this.item(creditItemId)),
    )
    return grouped(writeOffs, ({ debitItemId }) => this.item(debitItemId).documentId)
  }

  private stay(allocation: Allocation, why: NotUndone, dependants: readonly Allocation[] = []): void {
    this.stays.push({ allocation, why, dependants })
  }

  private item(id: bigint): OpenItem {
    const found = this.items.get(id)
    if (!found) throw new Error(`item ${id} was not loaded`)
    return found
  }
}

const pairOf = ({ creditItemId, debitItemId }: Allocation): string => `${creditItemId} ${debitItemId}`

import { put } from "./allocate/fill"
import { byLine, byOccurrence } from "./allocate/order-of"
import type { Candidate, Proposal } from "./allocate/strategy"
import { inDueOrder, leftOf, pinsLeft, type Instalment } from "./instalment"
import { least } from "./money"
import type { PinnedLine } from "./pinned-line"

/** A plan while money fulfils it: what is left of each instalment shrinks. */
export type PlanInWork = InWork[]

interface InWork {
  readonly instalment: Instalment
  left: bigint
  pins: PinnedLine[]
}

export function planInWork(instalments: readonly Instalment[]): PlanInWork {
  return inDueOrder(instalments)
    .filter((instalment) => leftOf(instalment) > 0n)
    .map((instalment) => ({ instalment, left: leftOf(instalment), pins: pinsLeft(instalment) }))
}

interface Fulfilment {
  readonly credits: readonly Candidate[]
  readonly debits: readonly Candidate[]
  readonly plan: PlanInWork
  /** Other names under which a plan may know a credit: its payment, its payment collection. */
  readonly namesOf: (credit: Candidate) => readonly string[]
}

/**
 * Money fulfils the instalment that carries its reference, then others in due order, and follows their
 * pins. What an instalment leaves unpinned avoids the lines that others have pinned.
 */
export function fulfil({ credits, debits, plan, namesOf }: Fulfilment): Proposal[] {
  if (plan.every(({ left }) => left === 0n)) return []
  const lines = debits.toSorted(byLine)
  return credits
    .toSorted(byOccurrence)
    .flatMap((credit) =>
      meantFor(plan, [credit.item.reference, ...namesOf(credit)]).flatMap((inWork) => [
        ...followPins(credit, lines, inWork),
        ...float(credit, lines, { inWork, plan }),
      ]),
    )
}

/** Those that name the money come first. */
function meantFor(plan: PlanInWork, names: readonly string[]): PlanInWork {
  const isNamed = ({ instalment: { reference } }: InWork): boolean =>
    reference !== null && names.includes(reference)
  return [...plan.filter(isNamed), ...plan.filter((inWork) => !isNamed(inWork))]
}

function followPins(credit: Candidate, lines: readonly Candidate[], inWork: InWork): Proposal[] {
  return lines.flatMap((debit) => {
    const pin = inWork.pins.find(({ lineKey }) => lineKey === debit.item.lineKey)
    if (!pin) return []
    const proposals = pay(credit, debit, { inWork, most: pin.amount })
    const left = proposals.reduce((amount, made) => amount - made.amount, pin.amount)
    const others = inWork.pins.filter((one) => one !== pin)
    inWork.pins = left > 0n ? [...others, { ...pin, amount: left }] : others
    return proposals
  })
}

/** What no pin holds goes to the lines in order, past what others have pinned of them. */
function float(
  credit: Candidate,
  lines: readonly Candidate[],
  { inWork, plan }: { inWork: InWork; plan: PlanInWork },
): Proposal[] {
  const held = new Map<string, bigint>()
  for (const { pins } of plan) {
    for (const { lineKey, amount } of pins) held.set(lineKey, (held.get(lineKey) ?? 0n) + amount)
  }
  return lines.flatMap((debit) => {
    const pinned = inWork.pins.reduce((sum, { amount }) => sum + amount, 0n)
    const name = debit.item.lineKey ?? ""
    const kept = least(held.get(name) ?? 0n, debit.open)
    held.set(name, (held.get(name) ?? 0n) - kept)
    return pay(credit, debit, { inWork, most: least(inWork.left - pinned, debit.open - kept) })
  })
}

function pay(
  credit: Candidate,
  debit: Candidate,
  { inWork, most }: { inWork: InWork; most: bigint },
): Proposal[] {
  const amount = least(least(most, inWork.left), least(credit.open, debit.open))
  if (amount <= 0n) return []
  inWork.left -= amount
  return [put(credit, debit, { amount, rule: "instalment", instalmentId: inWork.instalment.id })]
}

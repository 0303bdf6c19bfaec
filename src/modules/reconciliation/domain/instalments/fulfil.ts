import { put } from "../allocation/fill"
import { byLine, byOccurrence } from "../allocation/order-of"
import type { Candidate, Proposal } from "../allocation/strategy"
import { inDueOrder, leftOf, NO_LINE, pinsLeft, type Instalment } from "./instalment"
import { least } from "../money"
import { isCharge } from "../open-item"
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
  const lines = debits.toSorted(byLine).toSorted(chargesFirst)
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
    const pin = pinOf(inWork, debit)
    return pin ? pay(credit, debit, { inWork, most: pin.amount, pin }) : []
  })
}

const lineOf = ({ item }: Candidate): string => item.lineKey ?? NO_LINE

function pinOf({ pins }: InWork, debit: Candidate): PinnedLine | undefined {
  return pins.find(({ lineKey }) => lineKey === lineOf(debit))
}

/** What an instalment may pay of any line. */
function floatingOf({ left, pins }: InWork): bigint {
  const floating = pins.reduce((rest, { amount }) => rest - amount, left)
  return floating > 0n ? floating : 0n
}

/** What was taken back is owed without a line; it is paid after what the order still costs. */
function chargesFirst({ item: one }: Candidate, { item: other }: Candidate): number {
  return Number(isCharge(other)) - Number(isCharge(one))
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
    const name = lineOf(debit)
    const kept = least(held.get(name) ?? 0n, debit.open)
    held.set(name, (held.get(name) ?? 0n) - kept)
    return pay(credit, debit, { inWork, most: least(floatingOf(inWork), debit.open - kept) })
  })
}

interface Payment {
  readonly inWork: InWork
  readonly most: bigint
  /** The pin that it follows. */
  readonly pin?: PinnedLine
  readonly rule?: string
}

function pay(
  credit: Candidate,
  debit: Candidate,
  { inWork, most, pin, rule = "instalment" }: Payment,
): Proposal[] {
  const amount = least(least(most, inWork.left), least(credit.open, debit.open))
  if (amount <= 0n) return []
  inWork.left -= amount
  if (pin) {
    const others = inWork.pins.filter((one) => one !== pin)
    inWork.pins = pin.amount > amount ? [...others, { ...pin, amount: pin.amount - amount }] : others
  }
  return [put(credit, debit, { amount, rule, instalmentId: inWork.instalment.id })]
}

interface Placed {
  readonly amount: bigint
  readonly rule: string
  readonly plan: PlanInWork
}

/**
 * Puts money where somebody wants it, and fulfils with it what is planned for that very line: first the
 * instalments that pin it, then what others pin to no line, each in due order. The rest fulfils nothing.
 */
export function putAsPlanned(
  credit: Candidate,
  debit: Candidate,
  { amount, rule, plan }: Placed,
): Proposal[] {
  const inOrder = meantFor(plan, [credit.item.reference])
  const proposals: Proposal[] = []
  let rest = amount
  const take = (inWork: InWork, most: bigint, pin?: PinnedLine): void => {
    const made = pay(credit, debit, { inWork, most: least(most, rest), rule, ...(pin && { pin }) })
    for (const one of made) rest -= one.amount
    proposals.push(...made)
  }
  for (const inWork of inOrder) {
    const pin = pinOf(inWork, debit)
    if (pin) take(inWork, pin.amount, pin)
  }
  for (const inWork of inOrder) take(inWork, floatingOf(inWork))
  return rest > 0n ? [...proposals, put(credit, debit, { amount: rest, rule })] : proposals
}

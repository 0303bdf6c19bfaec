import { ReconciliationError } from "../errors"
import { inDueOrder, type Instalment } from "./instalment"
import { decimalOf, least } from "../money"
import type { PinnedLine } from "./pinned-line"

/** A planned payment as somebody asks for it. */
export interface AskedInstalment {
  readonly dueOn: string
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly method: string | null
  readonly reference: string | null
  readonly items: readonly AskedItem[]
}

export interface AskedItem {
  readonly lineKey: string
  /** Minor units, above zero; null takes what the instalment has left, as far as the line has it open. */
  readonly amount: bigint | null
}

/** A planned payment with explicit pins, as it is stored. */
export interface PlannedPayment extends Omit<AskedInstalment, "items"> {
  readonly pins: readonly PinnedLine[]
}

/** What a plan may be made for, line by line as the order lists them; minor units. */
export interface Plannable {
  readonly orderId: string
  readonly digits: number
  readonly open: readonly PinnedLine[]
  /** What own money has put on lines, past what instalments bind. */
  readonly paid: readonly PinnedLine[]
}

export interface PlanTerms {
  readonly payments: readonly PlannedPayment[]
  /** The plan is for more than is open: what is paid counts towards it. */
  readonly countsPaid: boolean
}

/** Ten years of monthly payments. */
export const MOST_INSTALMENTS = 120

/**
 * Checks what is asked for and makes every pin explicit: pins with an amount first, then in due order the
 * items without one take what is left of their instalment, as it lists them, of what no instalment pins.
 *
 * @throws plan_empty | plan_too_long | nothing_to_plan | plan_above_open | plan_row_unknown |
 *   pins_above_instalment | pins_above_open
 */
export function termsOf(asked: readonly AskedInstalment[], plannable: Plannable): PlanTerms {
  refuseCount(asked.length, plannable)
  const open = sumOf(plannable.open)
  const wanted = sumOf(asked)
  const countsPaid = wanted > open
  refuseTooMuch(wanted, { open, paid: sumOf(plannable.paid) }, plannable)
  const room = roomOf(countsPaid ? [...plannable.open, ...plannable.paid] : plannable.open)
  const known = new Set([...plannable.open, ...plannable.paid].map(({ lineKey }) => lineKey))
  const pins = new Map(
    asked.map((one, index) => [one, explicitPins(one, { room, known, number: index + 1, plannable })]),
  )
  for (const one of inDueOrder(asked.map((instalment, number) => ({ ...instalment, instalment, number })))) {
    fillPins(one.instalment, pins.get(one.instalment) ?? new Map(), room)
  }
  return {
    countsPaid,
    payments: asked.map((one) => ({
      dueOn: one.dueOn,
      amount: one.amount,
      method: one.method,
      reference: one.reference,
      pins: pinsOf(pins.get(one) ?? new Map()),
    })),
  }
}

/** Planned payments as instalments that are not stored yet: their ids are −1, −2 … in this order. */
export function instalmentsToBe(payments: readonly PlannedPayment[]): Instalment[] {
  return payments.map((payment, index) => ({
    ...payment,
    id: -BigInt(index + 1),
    number: index + 1,
    failed: false,
    cancelled: false,
    settled: [],
    takenBack: [],
  }))
}

type Pins = Map<string, bigint>

function explicitPins(
  { items, amount }: AskedInstalment,
  {
    room,
    known,
    number,
    plannable,
  }: { room: Pins; known: ReadonlySet<string>; number: number; plannable: Plannable },
): Pins {
  const ids = { order_id: plannable.orderId, instalment: number.toString() }
  const pins: Pins = new Map()
  for (const item of items) {
    if (!known.has(item.lineKey)) throw rowUnknown(item.lineKey, ids)
    if (item.amount === null) continue
    const left = room.get(item.lineKey) ?? 0n
    if (item.amount > left) throw aboveOpen(item, left, { ids, digits: plannable.digits })
    room.set(item.lineKey, left - item.amount)
    pins.set(item.lineKey, (pins.get(item.lineKey) ?? 0n) + item.amount)
  }
  const pinned = sumOf(pinsOf(pins))
  if (pinned <= amount) return pins
  throw refusal("pins_above_instalment", {
    message: `Instalment ${number} of ${decimalOf(amount, plannable.digits)} is given items for ${decimalOf(pinned, plannable.digits)}.`,
    ids,
    remedy: "Lower the amounts of its items, or raise the instalment.",
  })
}

function fillPins({ items, amount }: AskedInstalment, pins: Pins, room: Pins): void {
  for (const item of items) {
    if (item.amount !== null) continue
    const left = room.get(item.lineKey) ?? 0n
    const taken = least(left, amount - sumOf(pinsOf(pins)))
    if (taken <= 0n) continue
    room.set(item.lineKey, left - taken)
    pins.set(item.lineKey, (pins.get(item.lineKey) ?? 0n) + taken)
  }
}

const pinsOf = (pins: Pins): PinnedLine[] => [...pins].map(([lineKey, amount]) => ({ lineKey, amount }))

function roomOf(lines: readonly PinnedLine[]): Pins {
  const room: Pins = new Map()
  for (const { lineKey, amount } of lines) room.set(lineKey, (room.get(lineKey) ?? 0n) + amount)
  return room
}

const sumOf = (parts: readonly { readonly amount: bigint }[]): bigint =>
  parts.reduce((sum, { amount }) => sum + amount, 0n)

function refuseCount(count: number, { orderId }: Plannable): void {
  if (count > 0 && count <= MOST_INSTALMENTS) return
  throw refusal(count === 0 ? "plan_empty" : "plan_too_long", {
    message: count === 0 ? "The plan has no instalments." : `The plan has ${count} instalments.`,
    ids: { order_id: orderId },
    remedy: `Send between 1 and ${MOST_INSTALMENTS} instalments; to end a plan, delete it.`,
  })
}

function refuseTooMuch(
  wanted: bigint,
  { open, paid }: { open: bigint; paid: bigint },
  { orderId, digits }: Plannable,
): void {
  // A plan is for what is still to come; on a paid order only money that came could fulfil it.
  if (open === 0n) {
    throw refusal("nothing_to_plan", {
      message: "Nothing is owed on the order that a plan could be for.",
      ids: { order_id: orderId },
      remedy: "Plan payments of an order that still has something open.",
    })
  }
  if (wanted <= open + paid) return
  const most = decimalOf(open + paid, digits)
  throw refusal("plan_above_open", {
    message: `The instalments add up to ${decimalOf(wanted, digits)}; ${decimalOf(open, digits)} is open and ${decimalOf(paid, digits)} is paid that no instalment binds.`,
    ids: { order_id: orderId },
    remedy: `Plan at most ${decimalOf(open, digits)} of what is still to come, or up to ${most} with what is paid; what instalments of an earlier plan were paid stays paid.`,
  })
}

function rowUnknown(row: string, ids: Readonly<Record<string, string>>): ReconciliationError {
  return refusal("plan_row_unknown", {
    message: `The order has no row "${row.slice(0, 100)}".`,
    ids: { ...ids, row: row.slice(0, 100) },
    remedy: "Name rows as the order's matrix does, for example line:ordli_….",
  })
}

function aboveOpen(
  { lineKey, amount }: AskedItem,
  left: bigint,
  { ids, digits }: { ids: Readonly<Record<string, string>>; digits: number },
): ReconciliationError {
  return refusal("pins_above_open", {
    message: `The plan gives ${decimalOf(amount ?? 0n, digits)} to a row that has ${decimalOf(left, digits)} left to plan.`,
    ids: { ...ids, row: lineKey },
    remedy: "Lower the amount, or leave it out to take what is left.",
  })
}

function refusal(
  code: string,
  { message, ids, remedy }: { message: string; ids: Readonly<Record<string, string>>; remedy: string },
): ReconciliationError {
  return new ReconciliationError({ type: "invalid_data", code, message, ids, remedy })
}

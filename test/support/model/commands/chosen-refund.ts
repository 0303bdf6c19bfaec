import { ReconciliationError } from "../../../../src/modules/reconciliation/domain/errors"
import { least } from "../../../../src/modules/reconciliation/domain/money"
import { openAmount } from "../../../../src/modules/reconciliation/domain/open-item"
import { moneyOfRows } from "../check-refunds"
import type { HostOrder } from "../host-order"
import { oneOf, partOf, percent, type Command, type RowChoice, type World } from "../world"

interface Payable {
  readonly key: string
  /** What the row received and was not paid out of it. */
  readonly left: bigint
  /** Its credit that settles nothing yet. */
  readonly waiting: bigint
}

/** Rows with money that can be paid back, as the ledger holds them now. */
function payableRows(world: World, order: HostOrder): Payable[] {
  const { seen, told } = world
  const waiting = new Map<string, bigint>()
  for (const item of seen.items) {
    const isHere = item.documentId !== null && seen.orders.get(item.documentId)?.orderId === order.id
    if (isHere && item.side === "credit" && item.lineKey !== null && item.kind !== "reversal")
      waiting.set(item.lineKey, (waiting.get(item.lineKey) ?? 0n) + openAmount(item))
  }
  return [...moneyOfRows(seen, order.id, told)]
    .filter(([key]) => /^(?:line|ship):/.test(key))
    .map(([key, { received, paidOut }]) => ({
      key,
      left: received - paidOut,
      waiting: waiting.get(key) ?? 0n,
    }))
    .filter(({ left }) => left > 0n)
}

/**
 * Mostly a choice that the host can follow: rows without credit where it owes nothing, else all the credit that
 * waits, and more of those rows; seldom any rows at all.
 */
function choiceOf(world: World, order: HostOrder): RowChoice | null {
  const payment = oneOf(
    world,
    [...new Set(order.money.map((row) => row.payment))].filter((one) => order.refundable(one) > 0n),
  )
  if (payment === undefined) return null
  const rows = payableRows(world, order)
  const most = least(order.refundable(payment), 10n ** 15n)
  const owes = order.pending < 0n ? -order.pending : 0n
  const waiting = rows.filter((row) => row.waiting > 0n)
  const sum = waiting.reduce((total, row) => total + row.waiting, 0n)
  if (percent(world, 8)) return anyRow(world, { payment, rows, most })
  if (owes === 0n) return anyRow(world, { payment, rows: rows.filter((row) => row.waiting === 0n), most })
  if (sum !== owes || owes > most || waiting.some((row) => row.waiting > row.left)) return null
  const chosen = new Map(waiting.map((row) => [row.key, row.waiting]))
  const more = percent(world, 50) ? oneOf(world, waiting) : undefined
  const extra = more ? least(more.left - more.waiting, most - owes) : 0n
  const part = extra > 0n ? partOf(world, extra) : 0n
  if (more) chosen.set(more.key, more.waiting + part)
  return { payment, amount: owes + part, rows: chosen }
}

function anyRow(
  world: World,
  { payment, rows, most }: { payment: string; rows: readonly Payable[]; most: bigint },
): RowChoice | null {
  const row = oneOf(world, rows)
  if (!row) return null
  const amount = percent(world, 50) ? least(row.left, most) : partOf(world, least(row.left, most))
  return { payment, amount, rows: new Map([[row.key, amount]]) }
}

/** What is wrong with a choice that the ledger has allowed, by what it held then. */
function wrongWith(world: World, order: HostOrder, { rows }: RowChoice): string[] {
  const money = moneyOfRows(world.seen, order.id, world.told)
  return [...rows].flatMap(([key, amount]) => {
    const { received = 0n, paidOut = 0n } = money.get(key) ?? {}
    return paidOut + amount > received
      ? [`${amount} of ${key} were chosen, which received ${received} and was paid back ${paidOut}`]
      : []
  })
}

/** Chooses, lets the host refund, and notes what came of it, as the route does. */
async function refund(world: World, order: HostOrder, choice: RowChoice, breaksOff: boolean): Promise<void> {
  const mark = await world.ledger.chooseRows(order, choice)
  const wrong = wrongWith(world, order, choice)
  const { pending } = order
  const { payment, amount, rows } = choice
  const { refundId, version } = order.refundRows(() => world.tick(), { payment, amount, mark, breaksOff })
  const owes = pending < 0n ? -pending : 0n
  const waiting = waitingOf(world, order, rows)
  const taken = [...rows].reduce((sum, [key, part]) => sum + least(part, waiting.get(key) ?? 0n), 0n)
  if (order.refundable(payment) < 0n) wrong.push(`more of ${payment} is refunded than it captured`)
  // What the host pays with what it owes already must be the chosen rows' own credit.
  if (taken < least(owes, amount))
    wrong.push(`a refund of chosen rows is paid with ${owes} that others wait for`)
  world.told.refunds.set(`ref:${refundId}`, { orderId: order.id, amount, rows, version, wrong })
  await world.ledger.noteRefund(mark, refundId)
}

function waitingOf(world: World, order: HostOrder, rows: ReadonlyMap<string, bigint>): Map<string, bigint> {
  return new Map(
    [...rows.keys()].map((key) => [
      key,
      world.seen.items
        .filter(
          ({ documentId, side, kind, lineKey }) =>
            documentId !== null &&
            world.seen.orders.get(documentId)?.orderId === order.id &&
            side === "credit" &&
            kind !== "reversal" &&
            lineKey === key,
        )
        .reduce((sum, item) => sum + openAmount(item), 0n),
    ]),
  )
}

/** Asks again for what may be gone meanwhile; the ledger must say so. */
async function refundAgain(world: World, order: HostOrder, choice: RowChoice): Promise<void> {
  if (order.refundable(choice.payment) < choice.amount) return
  try {
    await refund(world, order, choice, false)
  } catch (error) {
    if (!(error instanceof ReconciliationError)) throw error
  }
}

const isRefundable = (order: HostOrder): boolean =>
  !order.isCanceled && !order.isUnheard && !order.hasReturns && order.money.length > 0

/** Refunds of chosen rows: alone, several at once, and such as the host breaks off after the money has left. */
export const chosenRefund: readonly Command[] = [
  {
    name: "chosen refund",
    weight: 4,
    prepare: (world) => prepared(world, async (order, choice) => refund(world, order, choice, false)),
  },
  {
    name: "chosen refunds at once",
    weight: 2,
    prepare: (world) =>
      prepared(world, async (order, choice) => {
        await refund(world, order, choice, false)
        // The second clerk's refund waits for the first, and the ledger may not have heard of that yet.
        if (percent(world, 50)) await world.ledger.read(order, "system")
        world.seen = await world.ledger.picture()
        await refundAgain(world, order, choice)
      }),
  },
  {
    name: "refund broken off",
    weight: 1,
    prepare: (world) =>
      prepared(world, async (order, choice) => {
        await refund(world, order, choice, true)
        if (percent(world, 70)) await world.ledger.read(order, "system")
        world.seen = await world.ledger.picture()
        await refundAgain(world, order, choice)
      }),
  },
]

function prepared(
  world: World,
  act: (order: HostOrder, choice: RowChoice) => Promise<void>,
): (() => Promise<void>) | null {
  const order = oneOf(world, world.orders.filter(isRefundable))
  const choice = order && choiceOf(world, order)
  if (!order || !choice) return null
  return async () => {
    await act(order, choice)
    await world.hear(order)
  }
}

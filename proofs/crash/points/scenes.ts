import { setTimeout as sleep } from "node:timers/promises"
import { type Hold, locks, type Lock } from "./hold"
import type { Shop, ShopOrder } from "./shop"

/** A host at a named point, about to be killed. */
export interface Reached {
  readonly point: string
  readonly hold?: Hold
  /** Given, the host is frozen, the held statement ends, and its connection comes into this state. */
  readonly pass?: "idle" | "idle in transaction"
  /** After the kill: whether the database shows that it hit this point. */
  readonly wasHit: () => Promise<boolean>
  readonly orders?: readonly ShopOrder[]
  /** Deposits whose caller has no answer yet. */
  readonly deposits?: readonly { readonly key: string }[]
}

/** The orders on which the scenes are played; the first two come first in the sweep. */
export interface Cast extends Record<(typeof ROLES)[number], ShopOrder> {}
export const ROLES = ["first", "second", "early", "queued", "behind", "written", "committed", "till"] as const

export interface Stage {
  readonly shop: Shop
  readonly cast: Cast
  /** Of this turn. */
  readonly turn: number
  readonly hold: (lock: Lock) => Promise<Hold>
}

/** One kill each; what one kill can hit in several places at once, it does. */
export type Scene = (stage: Stage) => Promise<Reached[]>

/** No event was sent yet; a deposit is written and not committed; a sweep has done all and not said so. */
const unsaid: Scene = async (stage) => {
  const { shop, cast } = stage
  const sweeping = await stage.hold(locks.retries)
  await unheard(stage, cast.first)
  const swept = await held(stage, sweeping, () => shop.host.ask({ does: "sweep" }))
  const mark = await shop.watermark()
  const before = await shop.captures(cast.early)
  const captured = await held(stage, await stage.hold(locks.transactions), () => shop.capture(cast.early))
  const key = `unsaid ${stage.turn}`
  const writing = await stage.hold(locks.written(cast.till.accountId))
  const written = await held(stage, writing, () => shop.deposit(cast.till, key))
  return [
    {
      point: "sweep: before the watermark",
      hold: swept,
      wasHit: async () => (await shop.watermark()) === mark && (await isComplete(shop, cast.first)),
      orders: [cast.first],
    },
    {
      point: "capture: committed, no event sent",
      hold: captured,
      wasHit: async () => {
        const after = await shop.captures(cast.early)
        return after.host === before.host + 1 && after.ledger === before.ledger
      },
      orders: [cast.early],
    },
    {
      point: "deposit: written, not committed",
      hold: written,
      pass: "idle in transaction",
      wasHit: async () => (await shop.depositsOf(key)) === 0,
      deposits: [{ key }],
    },
  ]
}

/** One event waits for its account, the next in the coalescer; a sweep is between two orders. */
const waiting: Scene = async (stage) => {
  const { shop, cast } = stage
  const sweeping = await stage.hold(locks.account(cast.second.accountId))
  await unheard(stage, cast.first)
  await unheard(stage, cast.second)
  const between = await held(stage, sweeping, () => shop.host.ask({ does: "sweep" }))
  const locking = await stage.hold(locks.account(cast.queued.accountId))
  const locked = await held(stage, locking, () => shop.capture(cast.queued))
  await shop.capture(cast.behind)
  await sleep(SETTLE)
  return [
    {
      point: "sweep: between two orders",
      hold: between,
      wasHit: async () => (await isComplete(shop, cast.first)) && !(await isComplete(shop, cast.second)),
      orders: [cast.first, cast.second],
    },
    {
      point: "event: waiting for the account",
      hold: locked,
      wasHit: async () => !(await isComplete(shop, cast.queued)),
      orders: [cast.queued],
    },
    {
      point: "event: in the coalescer",
      wasHit: async () => !(await isComplete(shop, cast.behind)),
      orders: [cast.behind],
    },
  ]
}

/** An event's change is being written, which commits it too; a sweep has saved its mark and not heard of it. */
const written: Scene = async (stage) => {
  const { shop, cast } = stage
  const mark = await shop.watermark()
  const sweeping = await stage.hold(locks.watermark)
  await unheard(stage, cast.first)
  const swept = await held(stage, sweeping, () => shop.host.ask({ does: "sweep" }))
  const writing = await stage.hold(locks.written(cast.written.accountId))
  const capture = await held(stage, writing, () => shop.capture(cast.written))
  return [
    {
      point: "sweep: after the watermark",
      hold: swept,
      pass: "idle",
      wasHit: async () => (await shop.watermark()) !== mark && (await isComplete(shop, cast.first)),
      orders: [cast.first],
    },
    {
      point: "event: being written and committed",
      hold: capture,
      // PostgreSQL ends by itself what it was told.
      wasHit: async () => isComplete(shop, cast.written),
      orders: [cast.written],
    },
  ]
}

/** Both committed, and nobody has been told. */
const committed: Scene = async (stage) => {
  const { shop, cast } = stage
  const key = `committed ${stage.turn}`
  const paying = await stage.hold(locks.commit(cast.till.accountId))
  const paid = await held(stage, paying, () => shop.deposit(cast.till, key))
  const capturing = await stage.hold(locks.commit(cast.committed.accountId))
  const captured = await held(stage, capturing, () => shop.capture(cast.committed))
  return [
    {
      point: "deposit: committed, not answered",
      hold: paid,
      pass: "idle",
      wasHit: async () => (await shop.depositsOf(key)) === 1,
      deposits: [{ key }],
    },
    {
      point: "event: committed, not answered",
      hold: captured,
      pass: "idle",
      wasHit: async () => isComplete(shop, cast.committed),
      orders: [cast.committed],
    },
  ]
}

export const SCENES: readonly Scene[] = [unsaid, waiting, written, committed]

/** How long the host's events take to be on their way. */
const SETTLE = 400

/** A capture of whose events the bus loses all. */
async function unheard({ shop }: Stage, order: ShopOrder): Promise<void> {
  await shop.host.ask({ does: "deaf" })
  await shop.capture(order)
  await sleep(SETTLE)
  await shop.host.ask({ does: "hear" })
}

/** Does what will be held, and waits until it is; its answer will never come. */
async function held({ shop }: Stage, hold: Hold, act: () => Promise<unknown>): Promise<Hold> {
  act().catch(() => undefined)
  await hold.reached(shop.host.name)
  return hold
}

async function isComplete(shop: Shop, order: ShopOrder): Promise<boolean> {
  const { host, ledger } = await shop.captures(order)
  return host === ledger
}

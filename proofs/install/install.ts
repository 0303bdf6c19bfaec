import type { Outcome, Setting, Task } from "../../bench/lib/task"
import { manyCopies, moved } from "./copies"
import { Databases } from "./databases"
import { managers, npm, type Manager } from "./managers"
import { packPlugin, type Packed } from "./packed"
import { wrongOnPages } from "./pages"
import { draftOrder, enter, paidOrder, wrongInAnswer } from "./shop"
import { Store } from "./store"
import { ONE_COPY, older, routerSix, starter, type Kind } from "./stores"

const DAY = 86_400_000
const BROUGHT = ["medusa-plugin-reconciliation", "decimal.js"]

/** A plugin that must not be installed so; only the complaint of the router counts as noticed. */
interface Control {
  readonly name: string
  readonly must: RegExp
  readonly tarball: string
}

interface Tried {
  readonly wrong: readonly string[]
  /** What was noticed, by the control's name. */
  readonly controls: Readonly<Record<string, string>>
}

const NOT_NOTICED = "NOT NOTICED"
/** The draft's page asks another router than the one that drew it, and that has no place for it: in each of the router's own words. */
const OTHER_ROUTER =
  /^\/draft-orders\/order_\w+: .*(Order id not found: undefined|context of a <Router>|property 'basename' of .*useContext)/

interface Pair {
  readonly manager: Manager
  readonly kind: Kind
}

const pairs: readonly Pair[] = [older, starter].flatMap((kind) =>
  managers.map((manager) => ({ manager, kind })),
)

/** The packed plugin goes into stores that exist, and nothing of theirs breaks. */
export const install: Task = {
  name: "install",
  apart: true,
  goal: "npm, pnpm and yarn add the plugin to existing stores of two kinds: one copy of each, all pages open",
  small: { scale: 0.1, trials: 1 },
  run: async (setting) => {
    const packed = await packPlugin()
    try {
      return await prove(setting, packed)
    } finally {
      packed.remove()
    }
  },
}

async function prove({ scale, trials, say, server }: Setting, packed: Packed): Promise<Outcome> {
  const chosen = inTurn(trials ?? pairs.length)
  say(`${chosen.length} of ${pairs.length}: ${chosen.map(named).join("; ")}`)
  const proof = new Proof(await Databases.on(await server()), packed, say)
  const stores: Record<string, readonly string[]> = {}
  const controls: Record<string, string> = {}
  for (const pair of chosen) {
    // oxlint-disable-next-line no-await-in-loop -- two cores: one store at a time
    const tried = await proof.try(pair)
    stores[named(pair)] = tried.wrong
    Object.assign(controls, tried.controls)
  }
  if (scale >= 1) Object.assign(controls, await proof.oldRouter())
  const unnoticed = Object.keys(controls).filter((name) => controls[name] === NOT_NOTICED)
  for (const name of unnoticed) say(`control, ${name}: ${NOT_NOTICED}`)
  return {
    holds: Object.values(stores).every((wrong) => wrong.length === 0) && unnoticed.length === 0,
    full: scale >= 1 && chosen.length === pairs.length,
    figures: { stores, controls },
  }
}

/** So many of the pairs, beginning with another one each day; or the one that PROVE_INSTALL names, as "older npm". */
function inTurn(count: number): Pair[] {
  const wanted = process.env["PROVE_INSTALL"]
  if (wanted !== undefined) {
    const one = pairs.filter(({ kind, manager }) => wanted === `${kind.name} ${manager.name}`)
    if (one.length === 0) throw new Error(`PROVE_INSTALL="${wanted}" names none of the stores.`)
    return one
  }
  const first = Math.floor(Date.now() / DAY) % pairs.length
  return [...pairs.slice(first), ...pairs.slice(0, first)].slice(0, count)
}

const named = ({ manager, kind }: Pair): string => `${kind.name} store, ${manager.name} ${manager.version}`

class Proof {
  /** A database in which an order was placed and paid before, and that order. */
  private past: { url: string; orderId: string } | undefined

  constructor(
    private readonly databases: Databases,
    private readonly packed: Packed,
    private readonly say: (line: string) => void,
  ) {}

  /** What is wrong with a store; what could not be done is wrong too. */
  private async tell(name: string, work: () => Promise<string[]>): Promise<string[]> {
    const started = Date.now()
    const wrong = await work().catch((error: unknown) => [
      error instanceof Error ? error.message : String(error),
    ])
    const seconds = Math.round((Date.now() - started) / 1000)
    this.say(`${name}: ${wrong.length === 0 ? "nothing wrong" : wrong.join("\n      ")} (${seconds} s)`)
    return wrong
  }

  /** The plugin goes into the store; then, into the same one, what must not. */
  async try(pair: Pair): Promise<Tried> {
    const controls: Record<string, string> = {}
    const wrong = await this.withStore(pair, async (store) => {
      const found = await this.tell(named(pair), async () => await this.install(store))
      for (const { name, must, tarball } of this.controls(pair)) {
        // oxlint-disable-next-line no-await-in-loop -- into one store
        const told = await this.tell(`control, ${name}`, async () => {
          await store.add(tarball)
          return manyCopies(store.tree(), ONE_COPY)
        })
        controls[`${named(pair)}: ${name}`] = told.find((one) => must.test(one)) ?? NOT_NOTICED
      }
      return found
    })
    return { wrong, controls }
  }

  /** Past the count of copies, so that it is the browser that must notice. */
  async oldRouter(): Promise<Record<string, string>> {
    const name = "a store of router 6"
    const told = await this.withStore({ manager: npm, kind: routerSix }, async (store) => {
      const past = await this.pastOf(store)
      await store.add(this.packed.right)
      return await this.tell(`control, ${name}`, async () => await this.open(store, past))
    })
    return { [name]: told.find((one) => OTHER_ROUTER.test(one)) ?? NOT_NOTICED }
  }

  private async install(store: Store): Promise<string[]> {
    const past = await this.pastOf(store)
    const before = store.tree()
    await store.add(this.packed.right)
    const after = store.tree()
    const wrong = [...manyCopies(after, ONE_COPY), ...moved(before, after, BROUGHT)]
    return [...wrong, ...(await this.open(store, past))]
  }

  /** Each must be noticed, or the proof could not have failed; pnpm and yarn only warn of a peer. */
  private controls({ manager }: Pair): Control[] {
    const { oldRouterPeer, ownRouter } = this.packed
    const peer = { name: "the old router peer", must: /ERESOLVE[^]*react-router-dom/, tarball: oldRouterPeer }
    const own = {
      name: "a router of its own",
      must: /^2 copies of react-router(-dom)?: /,
      tarball: ownRouter,
    }
    return manager === npm ? [peer, own] : [own]
  }

  private async open(store: Store, past: { url: string; orderId: string }): Promise<string[]> {
    const url = await this.databases.create(past.url)
    try {
      await store.migrate(url)
      await store.build(url)
      const { address, stop } = await store.start(url)
      try {
        return await this.look(address, past.orderId)
      } finally {
        await stop()
      }
    } finally {
      await this.databases.drop(url)
    }
  }

  private async look(address: string, oldOrder: string): Promise<string[]> {
    const shop = await enter(address)
    await shop.post(`/admin/reconciliation/orders/${oldOrder}/reconcile`)
    // nobody asks for this one: an event or the sweep brings it
    const newOrder = await paidOrder(shop)
    const answers = [await wrongInAnswer(shop, oldOrder), await wrongInAnswer(shop, newOrder)].flat()
    const held = { orders: [oldOrder, newOrder], draft: await draftOrder(shop) }
    return [...answers, ...(await wrongOnPages(address, held))]
  }

  /** The first store lived without the plugin; the databases of the others are copies of its own. */
  private async pastOf(store: Store): Promise<{ url: string; orderId: string }> {
    if (this.past) return this.past
    const url = await this.databases.create()
    await store.migrate(url)
    await store.makeAdmin(url)
    const { address, stop } = await store.startWithoutAdmin(url)
    try {
      this.past = { url, orderId: await paidOrder(await enter(address)) }
    } finally {
      await stop()
    }
    this.say("an order is placed and paid in the store without the plugin")
    return this.past
  }

  /** A store that could not even be made is wrong. */
  private async withStore(pair: Pair, work: (store: Store) => Promise<string[]>): Promise<string[]> {
    try {
      const store = await Store.open(pair.manager, pair.kind, this.say)
      try {
        return await work(store)
      } finally {
        store.remove()
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.say(`${named(pair)}: ${message}`)
      return [message]
    }
  }
}

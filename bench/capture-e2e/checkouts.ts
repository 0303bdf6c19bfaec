import { setTimeout as sleep } from "node:timers/promises"
import type { TestStore } from "../../integration-tests/setup/store"
import { cpuSeconds } from "../lib/cpu"
import { median, rounded } from "../lib/figures"
import type { Server } from "../lib/task"
import type { HeldBus } from "./held-bus"
import type { Checkouts } from "./sizes"

const WARM_UP = 2
/** Milliseconds in which the host hands over what its workflows told. */
const AFTERMATH = 30

/** The last request of a checkout, with the plugin and without, in turn; the rest of it is not counted. */
export async function compareCheckouts(
  store: TestStore,
  bus: HeldBus,
  { server, pairs }: { server: Server; pairs: number },
): Promise<Checkouts> {
  const costs: { with: number; without: number }[] = []
  for (let pair = -WARM_UP; pair < pairs; pair += 1) {
    bus.way = "lose"
    const [one, other] = [await fill(store, `one${pair}`), await fill(store, `other${pair}`)]
    const complete = async (cart: string, way: "pass" | "lose"): Promise<number> => {
      bus.way = way
      const before = cpuSeconds(server) ?? 0
      await store.complete(cart)
      await sleep(AFTERMATH)
      await bus.rest()
      return ((cpuSeconds(server) ?? 0) - before) * 1000
    }
    const isEven = pair % 2 === 0
    const first = await complete(one, isEven ? "pass" : "lose")
    const second = await complete(other, isEven ? "lose" : "pass")
    if (pair >= 0) costs.push(isEven ? { with: first, without: second } : { with: second, without: first })
  }
  return {
    pairs,
    with: rounded(median(costs.map((cost) => cost.with))),
    without: rounded(median(costs.map(({ without }) => without))),
    ratio: rounded(median(costs.map((cost) => cost.with / cost.without))),
  }
}

async function fill(store: TestStore, name: string): Promise<string> {
  return store.fillCart([0, 1, 2], `${name.replace("-", "warm")}@example.com`)
}

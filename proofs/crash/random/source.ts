import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { RECONCILIATION_MODULE } from "../../../src/modules/reconciliation"
import type ReconciliationModuleService from "../../../src/modules/reconciliation/service"
import type { HostTimeline } from "../../../test/support/host-timeline"
import { tell } from "../../../test/support/random-timeline"
import { customerOf, scenarioOf, orderIdOf } from "./scenarios"

interface Question {
  readonly entity: string
  readonly filters: { readonly id?: string | readonly string[]; readonly version?: number }
}

/** What the host's query answers about the orders of the scenarios, as far as each has been told. */
export class Source {
  private readonly present = new Map<string, number>()

  /** Lets an order live to its n-th happening. */
  advance(scenario: number, order: number, until: number): void {
    const orderId = orderIdOf(scenario, order)
    this.present.set(orderId, Math.max(until, this.present.get(orderId) ?? 0))
  }

  /** A container as the workflows get it, with this host's query and a ledger. */
  containerWith(ledger: ReconciliationModuleService): MedusaContainer {
    const container = createMedusaContainer()
    container.register({
      [ContainerRegistrationKeys.QUERY]: asValue({
        graph: (question: Question) => Promise.resolve({ data: this.answer(question) }),
      }),
      [RECONCILIATION_MODULE]: asValue(ledger),
    })
    return container
  }

  private answer({ entity, filters }: Question): readonly object[] {
    if (entity === "currency") return [{ code: "eur", decimal_digits: 2 }]
    const timelines = idsOf(filters).map((id) => this.timelineOf(id))
    if (entity === "order_change") return timelines.flatMap(({ told }) => told.confirmedChanges())
    if (entity !== "order") throw new Error(`the timelines know of no ${entity}`)
    const { version } = filters
    if (version === undefined) return timelines.map(orderOf)
    return timelines.flatMap(({ told }) =>
      told.versionsSince(version).filter((one) => one.version === version),
    )
  }

  private timelineOf(orderId: string): { told: HostTimeline; scenario: number } {
    const [, scenario, order] = orderId.split("_").map(Number)
    const timeline = scenarioOf(scenario ?? 0).timelines[order ?? 0]
    if (!timeline) throw new Error(`there is no ${orderId}`)
    return { told: tell(timeline, this.present.get(orderId) ?? 0, { orderId }), scenario: scenario ?? 0 }
  }
}

const orderOf = ({ told, scenario }: { told: HostTimeline; scenario: number }): object => ({
  ...told.order(),
  customer_id: customerOf(scenario),
})

/** A change is asked for by its order_id, everything else by its id. */
function idsOf(filters: Question["filters"] & { readonly order_id?: readonly string[] }): readonly string[] {
  const asked = filters.order_id ?? filters.id ?? []
  return typeof asked === "string" ? [asked] : asked
}

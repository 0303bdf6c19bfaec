import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { RECONCILIATION_MODULE } from "../../../src/modules/reconciliation"
import type ReconciliationModuleService from "../../../src/modules/reconciliation/services/service"
import type { HostStory } from "../../../test/support/host-story"
import { tell } from "../../../test/support/random-story"
import { customerOf, lifeOf, orderIdOf } from "./lives"

interface Question {
  readonly entity: string
  readonly filters: { readonly id?: string | readonly string[]; readonly version?: number }
}

/** What the host's query answers about the orders of the lives, as far as each has been told. */
export class Source {
  private readonly present = new Map<string, number>()

  /** Lets an order live to its n-th happening. */
  advance(life: number, order: number, until: number): void {
    const orderId = orderIdOf(life, order)
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
    const stories = idsOf(filters).map((id) => this.storyOf(id))
    if (entity === "order_change") return stories.flatMap(({ told }) => told.confirmedChanges())
    if (entity !== "order") throw new Error(`the stories know of no ${entity}`)
    const { version } = filters
    if (version === undefined) return stories.map(orderOf)
    return stories.flatMap(({ told }) => told.versionsSince(version).filter((one) => one.version === version))
  }

  private storyOf(orderId: string): { told: HostStory; life: number } {
    const [, life, order] = orderId.split("_").map(Number)
    const story = lifeOf(life ?? 0).stories[order ?? 0]
    if (!story) throw new Error(`there is no ${orderId}`)
    return { told: tell(story, this.present.get(orderId) ?? 0, { orderId }), life: life ?? 0 }
  }
}

const orderOf = ({ told, life }: { told: HostStory; life: number }): object => ({
  ...told.order(),
  customer_id: customerOf(life),
})

/** A change is asked for by its order_id, everything else by its id. */
function idsOf(filters: Question["filters"] & { readonly order_id?: readonly string[] }): readonly string[] {
  const asked = filters.order_id ?? filters.id ?? []
  return typeof asked === "string" ? [asked] : asked
}

import { componentPriority, type OrderComponent } from "../domain/allocation/component-priority"
import { ownStrategy, type OwnStrategy } from "../domain/allocation/own-strategy"
import { STRATEGIES } from "../domain/allocation/strategies"
import type { Strategy } from "../domain/allocation/strategy"
import { ReconciliationError } from "../domain/errors"

/** A strategy with the name under which it was asked for. */
export interface ChosenStrategy {
  readonly name: string
  readonly allocate: Strategy
}

/** The strategy of orders of a sales channel. */
export type StrategyOfChannel = (salesChannelId: string | null) => ChosenStrategy

interface StrategySettings {
  /** The store's. */
  readonly strategy: string
  /** By the id of a sales channel. */
  readonly salesChannelStrategies: Readonly<Record<string, string>>
  readonly componentPriority: readonly OrderComponent[]
  /** The store's own, by name. */
  readonly strategies: Readonly<Record<string, OwnStrategy>>
}

const COMPONENT_PRIORITY = "component_priority"

/** All strategies of a store, and which one holds where. */
export class StrategyRegister {
  private readonly own: ReadonlyMap<string, Strategy>
  /** Made anew when the order of components is another one. */
  private byComponents: { readonly of: readonly OrderComponent[]; readonly allocate: Strategy }

  /** @param settings asked each time: what is in force may change */
  constructor(private readonly settings: StrategySettings) {
    const { componentPriority: of, strategies } = settings
    this.own = new Map(Object.entries(strategies).map(([name, decide]) => [name, ownStrategy(name, decide)]))
    this.byComponents = { of, allocate: componentPriority(of) }
  }

  /** What there is to choose from. */
  get names(): string[] {
    return [...Object.keys(STRATEGIES), ...this.own.keys()]
  }

  private find(name: string): Strategy | undefined {
    if (name !== COMPONENT_PRIORITY)
      return Object.hasOwn(STRATEGIES, name)
        ? STRATEGIES[name as keyof typeof STRATEGIES]
        : this.own.get(name)
    const { componentPriority: of } = this.settings
    if (of !== this.byComponents.of) this.byComponents = { of, allocate: componentPriority(of) }
    return this.byComponents.allocate
  }

  /**
   * The strategy for an order: the call's, else its sales channel's, else the store's.
   *
   * @throws strategy_unknown
   */
  forOrder(asked: string | undefined, salesChannelId: string | null): ChosenStrategy {
    const { strategy, salesChannelStrategies } = this.settings
    return this.named(asked ?? salesChannelStrategies[salesChannelId ?? ""] ?? strategy)
  }

  /** The strategy asked for, else that of each sales channel. @throws strategy_unknown */
  ofChannel(asked?: string): StrategyOfChannel {
    if (asked !== undefined) this.named(asked)
    return (salesChannelId) => this.forOrder(asked, salesChannelId)
  }

  /** @throws strategy_unknown */
  named(name: string): ChosenStrategy {
    const allocate = this.find(name)
    if (allocate) return { name, allocate }
    throw new ReconciliationError({
      type: "invalid_data",
      code: "strategy_unknown",
      message: `There is no strategy "${name.slice(0, 60)}".`,
      ids: { strategy: name.slice(0, 60) },
      remedy: `Use one of ${this.names.join(", ")}, or register your own in the plugin's options.`,
    })
  }
}

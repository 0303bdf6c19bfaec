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

/** All strategies of a store, and which one holds where. */
export class StrategyRegister {
  private readonly known: ReadonlyMap<string, Strategy>

  constructor(private readonly settings: StrategySettings) {
    const own = Object.entries(settings.strategies)
    this.known = new Map<string, Strategy>([
      ...Object.entries(STRATEGIES),
      ["component_priority", componentPriority(settings.componentPriority)],
      ...own.map(([name, decide]): [string, Strategy] => [name, ownStrategy(name, decide)]),
    ])
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
    const allocate = this.known.get(name)
    if (allocate) return { name, allocate }
    throw new ReconciliationError({
      type: "invalid_data",
      code: "strategy_unknown",
      message: `There is no strategy "${name.slice(0, 60)}".`,
      ids: { strategy: name.slice(0, 60) },
      remedy: `Use one of ${[...this.known.keys()].join(", ")}, or register your own in the plugin's options.`,
    })
  }
}

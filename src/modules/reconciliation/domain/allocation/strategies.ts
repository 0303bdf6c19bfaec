import { componentPriority, COMPONENTS } from "./component-priority"
import { dueDate } from "./due-date"
import { exactMatch } from "./exact-match"
import { lineOrder } from "./line-order"
import { oldestFirst } from "./oldest-first"
import { proRata } from "./pro-rata"
import type { Strategy, StrategyName } from "./strategy"

export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = {
  line_order: lineOrder,
  oldest_first: oldestFirst,
  due_date: dueDate,
  pro_rata: proRata,
  component_priority: componentPriority(COMPONENTS),
  exact_match: exactMatch,
}

export const STRATEGY_NAMES = Object.keys(STRATEGIES) as [StrategyName, ...StrategyName[]]

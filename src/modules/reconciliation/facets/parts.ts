import type { Database } from "../ledger/database"
import type { SettingsInForce } from "../ledger/settings-watch"
import type { Settings } from "../settings/options"
import type { StrategyRegister } from "../settings/strategies"
import type { Receipts } from "../receipts/receipts"
import type { Automation } from "./automation"

/** What a facet works with. */
export interface Parts {
  readonly database: Database
  /** What is in force at the moment at which it is asked: an act asks within its transaction. */
  readonly settings: Settings
  readonly inForce: SettingsInForce
  readonly strategies: StrategyRegister
  readonly automation: Automation
  readonly receipts: Receipts
  /** The day in the accounting time zone. */
  readonly today: () => string
}

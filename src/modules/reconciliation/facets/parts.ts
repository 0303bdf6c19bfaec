import type { Database } from "../ledger/database"
import type { Settings } from "../settings/options"
import type { StrategyRegister } from "../settings/strategies"
import type { Receipts } from "../receipts/receipts"
import type { Automation } from "./automation"

/** What a facet works with. */
export interface Parts {
  readonly database: Database
  readonly settings: Settings
  readonly strategies: StrategyRegister
  readonly automation: Automation
  readonly receipts: Receipts
  /** The day in the accounting time zone. */
  readonly today: () => string
}

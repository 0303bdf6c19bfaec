import {
  cancelPlan,
  cancelRequestOf,
  planPayments,
  planRequestOf,
  type CancelPlanInput,
  type PlanOutcome,
  type PlanPaymentsInput,
} from "./plan-payments"
import {
  changeInstalment,
  instalmentRequestOf,
  type ChangedInstalment,
  type ChangeInstalmentInput,
} from "./change-instalment"
import type { Database } from "../ledger/database"
import type { InstalmentTotalsView } from "../../../types/http"
import type { InstalmentsWanted } from "./instalment-filter"
import { listPlanned, type InstalmentFilter, type InstalmentPage } from "./instalment-list"
import { totalsOfPlanned } from "./instalment-totals"
import type { Settings } from "../settings/options"
import { once } from "../ledger/idempotency"
import type { StrategyRegister } from "../settings/strategies"

interface PaymentPlansOptions {
  readonly database: Database
  readonly settings: Settings
  readonly strategies: StrategyRegister
  /** The day in the accounting time zone. */
  readonly today: () => string
}

/** Planned payments; every writing method is one transaction. */
export class PaymentPlans {
  constructor(private readonly options: PaymentPlansOptions) {}

  /**
   * Plans an order's payments in place of what is left of an earlier plan. Planned for more than is open,
   * what is paid counts and is put again by the plan. The same plan again changes nothing.
   *
   * @throws order_not_read | order_cancelled | version_stale | idempotency_key_reused | amount_malformed |
   *   amount_too_precise | amount_not_positive | amount_too_large | plan_empty | plan_too_long |
   *   nothing_to_plan | plan_above_open | plan_row_unknown | pins_above_instalment | pins_above_open
   */
  async plan(input: PlanPaymentsInput & { readonly strategy?: string }): Promise<PlanOutcome> {
    const { strategies, database } = this.options
    const request = planRequestOf(input)
    return once(database, request, (session) => {
      const strategyOf = strategies.ofChannel(input.strategy)
      return planPayments(session, input, { ...this.given(), strategyOf, request })
    })
  }

  /** Cancels what is left of an order's plan. @throws order_not_read | version_stale */
  async cancel(input: CancelPlanInput): Promise<PlanOutcome> {
    const request = cancelRequestOf(input)
    return once(this.options.database, request, (session) =>
      cancelPlan(session, input, { ...this.given(), request }),
    )
  }

  /**
   * Postpones, fails or cancels one instalment.
   *
   * @throws instalment_not_found | instalment_settled | instalment_cancelled | version_stale
   */
  async changeInstalment(input: ChangeInstalmentInput): Promise<ChangedInstalment> {
    const request = instalmentRequestOf(input)
    return once(this.options.database, request, (session) =>
      changeInstalment(session, input, { ...this.given(), request }),
    )
  }

  /** A page of planned payments: by the day they fall due, those that were paid with the last first. @throws cursor_malformed */
  async list(filter: InstalmentFilter): Promise<InstalmentPage> {
    const { database, settings, today } = this.options
    return database.snapshot((session) =>
      listPlanned(session, filter, { today: today(), timeZone: settings.timeZone }),
    )
  }

  /** How many planned payments there are in each view, and what is to come by currency. */
  async totals(wanted: Pick<InstalmentsWanted, "sought"> = {}): Promise<InstalmentTotalsView> {
    const { database, today } = this.options
    return database.snapshot((session) => totalsOfPlanned(session, wanted, today()))
  }

  private given(): { codes: Settings["matchingCodes"]; today: string } {
    return { codes: this.options.settings.matchingCodes, today: this.options.today() }
  }
}

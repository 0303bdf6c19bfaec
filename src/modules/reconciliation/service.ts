import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { dayOf } from "./domain/day"
import { Accounts } from "./facets/accounts"
import { Checks } from "./facets/checks"
import { Automation } from "./facets/automation"
import { Configuration } from "./facets/configuration"
import { Edits } from "./facets/edits"
import { Lists } from "./facets/lists"
import { Money } from "./facets/money"
import { Attachments } from "./facets/attachments"
import { Notes } from "./facets/notes"
import { OrderPreviews } from "./facets/order-previews"
import { OpeningBalances } from "./facets/opening-balances"
import { Orders } from "./facets/orders"
import { Owners } from "./facets/owners"
import { Reversals } from "./facets/reversals"
import { Runs } from "./facets/runs"
import { SetUp } from "./facets/set-up"
import { Payments } from "./facets/payments"
import { ENTITIES } from "./models/entities"
import { PaymentPlans } from "./instalments/payment-plans"
import { readOnly } from "./models/read-only"
import { OpenItems } from "./items/open-item-list"
import { Database, type Call } from "./ledger/database"
import { firstAnswer, type Request } from "./ledger/idempotency"
import { SchemaState } from "./ledger/schema-state"
import { Mirrors } from "./mirrors/mirrors"
import { movedBy } from "./events/announce"
import { Events } from "./events/events"
import { wantedBy, type HostEvents } from "./mirrors/announce"
import { Privacy } from "./privacy/privacy"
import { Receipts } from "./receipts/receipts"
import { RefundTurns } from "./refunds/refund-turns"
import { DocumentNumbers } from "./document-numbers/document-numbers"
import { SettingsInForce } from "./ledger/settings-watch"
import type { ReconciliationOptions, Settings } from "./settings/options"
import { StrategyRegister } from "./settings/strategies"
import { SweepMemory } from "./sweep/sweep-memory"
import { WriteOffs } from "./write-offs/write-offs"

/** What the host gives each module. */
interface HostParts extends HostEvents {
  readonly __pg_connection__: Knex
  readonly logger?: { error: (text: string) => void }
}

/**
 * The ledger's public interface: what the host's container gives under "reconciliation", a facet for each thing that
 * it keeps. Amounts cross it as decimal strings; every writing method is one transaction. What the host's `query.graph`
 * reads are the entities of models/, over views.
 */
export default class ReconciliationModuleService extends readOnly(MedusaService(ENTITIES)) {
  /** The options in force, as this process has seen them last. */
  readonly settings: Settings
  /** What people set of them on the screen. */
  readonly configuration: Configuration
  readonly orders: Orders
  /** What planning payments of an order, or refunding rows of it, would do. */
  readonly previews: OrderPreviews
  readonly accounts: Accounts
  /** Money that came without an order, and money that was taken back. */
  readonly payments: Payments
  /** Reversals looked at before, and taken back. */
  readonly reversals: Reversals
  /** Money of an unknown or a wrong owner, and money paid back without an order. */
  readonly money: Money
  /** What customers owed or had before the store's books began. */
  readonly openingBalances: OpeningBalances
  /** Who is a member of whom: guests, merged customers, companies. */
  readonly owners: Owners
  /** What people change of what pays what, and undo. */
  readonly edits: Edits
  readonly openItems: OpenItems
  /** Transactions of all accounts, and what their owners are called. */
  readonly lists: Lists
  /** What people write on transactions, and which are to be checked. */
  readonly notes: Notes
  /** Files beside them. */
  readonly attachments: Attachments
  /** Planned payments. */
  readonly plans: PaymentPlans
  readonly writeOffs: WriteOffs
  /** Numbers of receipts and credit notes. */
  readonly receipts: Receipts
  /** Numbers that other programs gave to the papers of transactions. */
  readonly documentNumbers: DocumentNumbers
  /** Refunds of chosen rows. */
  readonly refunds: RefundTurns
  /** How far the sweep has come. */
  readonly sweep: SweepMemory
  readonly privacy: Privacy
  /** What is done to many accounts at once. */
  readonly runs: Runs
  /** Checks of the ledger against its own rules. */
  readonly checks: Checks
  /** What other plugins are told. */
  readonly events: Events
  /** What the host is to count as payments of orders. */
  readonly mirrors: Mirrors
  /** Whether the database has the tables that this version needs. */
  readonly schemaState: SchemaState
  /** What the host calls once it has started. */
  readonly __hooks: { readonly onApplicationStart: () => Promise<void> }
  /** What a shop answers before the ledger goes live. */
  readonly setUp: SetUp
  private readonly database: Database

  constructor(container: HostParts, options?: ReconciliationOptions) {
    super(container)
    const inForce = new SettingsInForce(options)
    const settings = inForce.live
    const announce = wantedBy(container)
    const mirroring = { isOn: () => settings.mirror, announce, touched: movedBy(container) }
    const database = new Database(container.__pg_connection__, mirroring, inForce)
    const strategies = new StrategyRegister(settings)
    const writeOffs = new WriteOffs(database, settings, strategies)
    const automation = new Automation(settings, strategies, writeOffs)
    const today = (): string => dayOf(new Date().toISOString(), settings.timeZone)
    const receipts = new Receipts(database, settings)
    const parts = { database, settings, inForce, strategies, automation, receipts, today }
    this.database = database
    this.settings = settings
    this.configuration = new Configuration(parts)
    this.orders = new Orders(parts)
    this.previews = new OrderPreviews(parts, this.orders)
    this.accounts = new Accounts(parts)
    this.payments = new Payments(parts)
    this.money = new Money(parts)
    this.openingBalances = new OpeningBalances(parts)
    this.owners = new Owners(parts)
    this.reversals = new Reversals(parts)
    this.edits = new Edits(parts)
    this.openItems = new OpenItems(database)
    this.lists = new Lists(parts)
    this.notes = new Notes(parts)
    this.attachments = new Attachments(parts)
    this.plans = new PaymentPlans(parts)
    this.writeOffs = writeOffs
    this.receipts = receipts
    this.documentNumbers = new DocumentNumbers(database)
    this.refunds = new RefundTurns(database)
    this.sweep = new SweepMemory(database)
    this.privacy = new Privacy(database)
    this.events = new Events(database, today)
    this.runs = new Runs(parts, writeOffs, this.events)
    this.mirrors = new Mirrors(database, settings)
    this.checks = new Checks(parts, this.orders)
    this.schemaState = new SchemaState(database)
    this.__hooks = {
      onApplicationStart: async () =>
        this.schemaState.sayAtStart((text) => container.logger?.error(`reconciliation: ${text}`)),
    }
    this.setUp = new SetUp(parts)
  }

  /** Reads the host's own tables, for the reader of orders and the audit, which alone know what stands in them. */
  async readHostTables<Row extends object>(call: Call): Promise<Row[]> {
    return this.database.readOnce<Row>(call)
  }

  /**
   * What a request that is idempotent by itself, and more than one transaction, is answered: for each key the same.
   *
   * @throws idempotency_key_reused
   */
  async answerOnce<Answer>(request: Request, work: () => Promise<Answer>): Promise<Answer> {
    return firstAnswer(this.database, request, work)
  }
}

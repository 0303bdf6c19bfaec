import type {
  SettingEffect,
  SettingsPreview,
  SettingsView,
  SettingValue,
  SettingView,
} from "../../../src/types/http"

/** Settings to look at: what the plugin would answer of them on November 27, 2026, in the morning. */

const of = (name: string, value: SettingValue, more: Partial<SettingView> = {}): SettingView => ({
  name,
  value,
  default: value,
  configured: null,
  origin: "default",
  locked: false,
  editable: true,
  by: null,
  at: null,
  reason: null,
  previous: null,
  refused: null,
  ...more,
})

const ada = { type: "user", id: "user_ada", name: "Ada Ledger" } as const
const changed = (previous: SettingValue, base: SettingValue): Partial<SettingView> => ({
  origin: "screen",
  by: ada,
  at: "2026-11-12T09:00:00.000Z",
  previous,
  default: base,
})

const inCode = { editable: false } as const

export const SETTINGS: SettingsView = {
  version: "7",
  settings: [
    of("goLive", "2026-10-12", changed(null, null)),
    of("timeZone", "America/New_York", {
      origin: "configuration",
      default: "UTC",
      configured: "America/New_York",
    }),
    of("receipts", { prefix: "R", creditPrefix: "C" }, { locked: true, origin: "configuration" }),
    of("firstReceipts", { "R-2026": 100 }, changed({}, {})),
    of("creditTransfer", null),
    of("documentNumberKey", null),
    of("strategy", "line_order"),
    of("salesChannelStrategies", { sc_wholesale: "pro_rata" }, changed({}, {})),
    of("componentPriority", ["tax", "fees", "items", "shipping"]),
    of("unappliedMoney", "checkout_only", changed("oldest_first", "checkout_only")),
    of("creditOfOrders", "offered"),
    of("nightlyRun", "off"),
    of("refundLines", "newest_first"),
    of("mirror", true),
    of("writeOff", {
      accounts: {},
      limits: {
        usd: { amount: "5.00", percent: 1 },
        eur: { amount: "5.00", percent: 1 },
        jpy: { amount: "500", percent: 1 },
      },
      approvalAbove: { usd: "2.00" },
      hostCreditLine: false,
      automatic: false,
    }),
    of("matchingCodes", { enabled: true, scope: "account", firstRank: 1 }),
    of("deposits", [
      {
        type: "ptyp_courses",
        downPayment: { percent: 12.5 },
        schedule: [
          { afterDays: 30, percent: 50 },
          { afterDays: 60, percent: 50 },
        ],
      },
      {
        product: "prod_gone",
        downPayment: { amount: { usd: "50.00" } },
        schedule: [{ afterDays: 14, percent: 100 }],
      },
    ]),
    of("paymentTerms", [
      { due: { days: 30 }, customerGroups: ["cusgroup_schools"], providers: ["pp_system_default"] },
      { due: { endOfMonth: 30, on: 15 } },
    ]),
    of("moneyCreditLines", ["store-credit", "gift-card"]),
    of("paymentMethods", { pp_stripe_stripe: "card" }),
    of("strategies", ["school_fees_first"], inCode),
    of("nightlyCheck", true),
    of("orderReader", { enabled: true, checkEvery: 500 }, inCode),
    of("rights", {
      manage: ["user_ada", "user_ben", "user_maria"],
      run: ["user_ada", "user_maria"],
      delete: ["user_ada", "user_maria"],
      write_off: ["user_ada", "user_maria"],
      close: ["user_maria"],
      export: [
        "user_ada",
        "user_maria",
        "a.person.with.a.very.long.address@an-even-longer-domain.example.com",
      ],
    }),
  ],
  strategies: [
    "line_order",
    "oldest_first",
    "due_date",
    "pro_rata",
    "component_priority",
    "exact_match",
    "school_fees_first",
  ],
  receipts: [
    { series: "R-2026", last: 131, next: "R-2026-0132" },
    { series: "C-2026", last: 4, next: "C-2026-0005" },
  ],
  now: "2026-11-27T14:24:00.000Z",
  today: "2026-11-27",
  roles: false,
  names: {
    sc_wholesale: "Wholesale",
    user_ada: "Ada Ledger",
    user_ben: "Ben Carter",
    user_maria: "Maria Santos",
  },
}

/** What the host answers of whoever and whatever settings name by an id. */
export const HOST_NAMES = {
  users: [
    { id: "user_ada", first_name: "Ada", last_name: "Ledger", email: "ada@school.example" },
    { id: "user_ben", first_name: "Ben", last_name: "Carter", email: "ben@school.example" },
    { id: "user_maria", first_name: "Maria", last_name: "Santos", email: "maria@school.example" },
  ],
  api_keys: [{ id: "apk_1", title: "Accounting export" }],
  sales_channels: [
    { id: "sc_web", name: "Web shop" },
    { id: "sc_wholesale", name: "Wholesale" },
  ],
  customer_groups: [{ id: "cusgroup_schools", name: "Schools" }],
  products: [{ id: "prod_violin", title: "Violin outfit, full size" }],
  product_types: [{ id: "ptyp_courses", value: "Courses" }],
  collections: [{ id: "pcol_summer", title: "Summer school" }],
  product_categories: [{ id: "pcat_strings", name: "Strings" }],
  payment_providers: [{ id: "pp_system_default" }, { id: "pp_stripe_stripe" }],
  stores: [
    {
      id: "store_1",
      supported_currencies: [{ currency_code: "usd" }, { currency_code: "eur" }, { currency_code: "jpy" }],
    },
  ],
}

/** What the store no longer has is not in force, and says so. */
export const REFUSED: SettingsView = {
  ...SETTINGS,
  settings: SETTINGS.settings.map((one) =>
    one.name === "strategy"
      ? { ...one, refused: 'strategy is "mine"; it may be line_order, oldest_first, due_date.' }
      : { ...one, locked: true },
  ),
  roles: true,
}

const effects: SettingEffect[] = [
  { code: "from_now_on", count: null, what: null },
  { code: "unapplied_stay", count: 12, what: null },
]

export const PREVIEW: SettingsPreview = {
  version: "7",
  changes: [{ name: "unappliedMoney", from: "checkout_only", to: "oldest_first", effects }],
}

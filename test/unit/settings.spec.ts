import { settingsOf, type ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import {
  DEFAULT_VALUES,
  refusalOf,
  SETTING_NAMES,
  settingsInForce,
  withValue,
} from "../../src/modules/reconciliation/settings/stored-values"

const stored = (values: Record<string, unknown>) => new Map(Object.entries(values))

describe("What people set over the configuration", () => {
  it.each<[string, ReconciliationOptions, Record<string, unknown>, unknown]>([
    ["nothing", {}, {}, "line_order"],
    ["the configuration alone", { strategy: "due_date" }, {}, "due_date"],
    ["the screen over it", { strategy: "due_date" }, { strategy: "pro_rata" }, "pro_rata"],
    [
      "but not what is locked",
      { strategy: "due_date", locked: ["strategy"] },
      { strategy: "pro_rata" },
      "due_date",
    ],
    ["nor where all is", { locked: true }, { strategy: "pro_rata" }, "line_order"],
    ["nor what is no rule any more", { strategy: "due_date" }, { strategy: "gone" }, "due_date"],
    ["nor what is no option any more", {}, { gone: 1 }, "line_order"],
  ])("holds: %s", (_, configured, values, strategy) => {
    expect(settingsInForce(configured, stored(values)).settings.strategy).toBe(strategy)
  })

  it("says what of it is not in force, and why", () => {
    const { refused, settings } = settingsInForce({}, stored({ strategy: "gone", timeZone: "Europe/Paris" }))
    expect([...refused]).toEqual([
      ["strategy", expect.stringContaining('strategy is "gone"; it may be line_order')],
    ])
    expect(settings.timeZone).toBe("Europe/Paris")
  })

  it("leaves functions, and how the host is read, to the configuration", () => {
    const { settings } = settingsInForce({}, stored({ orderReader: { enabled: false }, strategies: {} }))
    expect(settings.orderReader.enabled).toBe(true)
  })

  it("takes none for a value, over what the configuration says", () => {
    const configured = { documentNumberKey: "invoice" }
    expect(
      settingsInForce(configured, stored({ documentNumberKey: null })).settings.documentNumberKey,
    ).toBeNull()
  })

  it("shows as the default of each option what holds without any", () => {
    const said = SETTING_NAMES.filter((name) => name !== "strategies").reduce<ReconciliationOptions>(
      (options, name) => withValue(options, name, DEFAULT_VALUES[name]),
      {},
    )
    expect(settingsOf(said)).toEqual(settingsOf())
  })

  it.each<[ReconciliationOptions, string]>([
    [{ goLive: "2026-02-30" }, 'goLive is "2026-02-30"; use a day such as "2026-10-12".'],
    [{ firstReceipts: { R: 4 } }, 'firstReceipts names "R"; use a series and a year, "R-2026".'],
    [{ firstReceipts: { "R-2026": 0 } }, "firstReceipts.R-2026 is 0; use a whole number from 1 to 99999999."],
    [{ locked: ["colour"] }, "locked.colour is not known; there are strategy"],
    [{ locked: "strategy" as unknown as boolean }, 'locked is "strategy"; use true or a list of options.'],
    [{ firstReceipts: [] as unknown as Record<string, number> }, "firstReceipts is []; use an object"],
  ])("refuses %j and says what it may be", (options, why) => {
    expect(refusalOf(options)).toContain(why)
  })
})

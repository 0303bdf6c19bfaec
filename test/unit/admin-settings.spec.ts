import { SETTINGS } from "../../integration-tests/e2e/gallery/settings-data"
import {
  depositOption,
  depositsOf,
  NEW_DEPOSIT,
} from "../../src/admin/features/settings/editors/deposit-rules"
import { isListed, listedWith, peopleOf } from "../../src/admin/features/settings/editors/lists-of-people"
import { textOf } from "../../src/admin/features/settings/editors/types"
import { draftsOf, NEW_RULE, optionOf } from "../../src/admin/features/settings/editors/terms-rules"
import { DOCUMENTS, RULES, TECHNICAL } from "../../src/admin/features/settings/sections"
import { originWords, valueWords } from "../../src/admin/features/settings/value-words"
import { decimalWords } from "../../src/admin/lib/decimal-words"
import { dateFormat } from "../../src/admin/lib/dates"
import type { Words } from "../../src/admin/lib/use-words"
import { depositRules, type DepositOption } from "../../src/modules/reconciliation/settings/deposit-options"
import { SETTING_NAMES } from "../../src/modules/reconciliation/settings/stored-values"
import { termsRules, type TermsOption } from "../../src/modules/reconciliation/settings/terms-options"
import type { SettingValue } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const speechIn = (language: "en" | "fr"): Words => ({
  ...speechOf(language),
  ...dateFormat(language, "2026-11-27"),
  serverLang: undefined,
})
const [english, french] = [speechIn("en"), speechIn("fr")]
const settingOf = (name: string) => SETTINGS.settings.find((one) => one.name === name)

describe("F61: what settings say", () => {
  it("shows every option in one of its cards", () => {
    expect([...RULES, ...DOCUMENTS, ...TECHNICAL, "rights"].toSorted()).toEqual(SETTING_NAMES.toSorted())
  })

  it.each<[string, SettingValue | undefined, string, string]>([
    ["goLive", null, "Not set", "Non définie"],
    ["creditTransfer", null, "No account given", "Aucun compte indiqué"],
    ["nightlyRun", "off", "Off", "Désactivé"],
    ["orderReader", undefined, "On", "Activée"],
    ["receipts", undefined, "R-2026-0131 · Credits: C-2026-0004", "R-2026-0131 · Avoirs : C-2026-0004"],
    ["receipts", { prefix: "X", creditPrefix: "Y" }, "X · Credits: Y", "X · Avoirs : Y"],
    ["salesChannelStrategies", undefined, "Wholesale, in proportion", "Wholesale, au prorata"],
    [
      "paymentTerms",
      undefined,
      "30 days after the order; 1 more rule",
      "30 jours après la commande ; 1 autre règle",
    ],
    ["paymentTerms", [{ due: { onDelivery: 0 } }], "On delivery", "À la livraison"],
    [
      "writeOff",
      undefined,
      "Without approval up to 2.00 USD; at most 5.00 USD, 5.00 EUR, 500 JPY or 1% of the order",
      "Sans approbation jusqu’à 2,00 USD ; au plus 5,00 USD, 5,00 EUR, 500 JPY ou 1 % de la commande",
    ],
    ["writeOff", { limits: {} }, "None", "Aucun"],
    ["paymentMethods", undefined, "Stripe: Card", "Stripe : Carte"],
    ["matchingCodes", undefined, "On, per account, first code: a", "Activés, par compte, premier code : a"],
  ])("%s: %j is said", (name, value, inEnglish, inFrench) => {
    const said = value === undefined ? settingOf(name) : { name, value }
    expect(said).toBeDefined()
    if (!said) return
    expect([english, french].map((words) => plain(valueWords(said, words, SETTINGS)))).toEqual([
      inEnglish,
      inFrench,
    ])
  })

  it.each([
    ["strategy", "Default. 1 sales channel differs: Wholesale, in proportion"],
    [
      "goLive",
      "Nothing before this date is posted, only back-filled. Changed by Ada Ledger, Nov 12; before: not set",
    ],
    ["unappliedMoney", "Changed by Ada Ledger, Nov 12; before: oldest order first"],
    ["timeZone", "Now: Nov 27, 9:24 AM. From the configuration"],
    ["receipts", "Next: R-2026-0132, without gaps. From the configuration"],
    ["writeOff", "Approvers: Ada Ledger, Maria Santos. Default"],
  ])("of %s where it comes from, and what it means now", (name, said) => {
    const setting = settingOf(name)
    expect(setting && plain(originWords(setting, english, SETTINGS))).toBe(said)
  })

  it("writes the time of a zone as each language does", () => {
    const zone = settingOf("timeZone")
    const said = zone && plain(originWords(zone, french, SETTINGS))
    expect(said).toBe("Maintenant : 27 nov., 09:24. De la configuration")
  })
})

describe("F45: who is listed for a right", () => {
  const users = [
    { id: "user_ada", name: "Ada Ledger", email: "ada@example.com" },
    { id: "user_ben", name: "Ben Carter", email: "ben@example.com" },
  ]
  const people = peopleOf(users, { manage: ["ada@example.com", "user_gone"], run: ["user_gone"] }, {})
  const [ada, ben, gone] = people

  it("is the host's people, and whoever else is listed, each once", () => {
    expect(people.map(({ name }) => name)).toEqual(["Ada Ledger", "Ben Carter", "user_gone"])
  })

  it("is known by id and by email, and taken off by either", () => {
    if (!ada || !ben || !gone) throw new Error("somebody is missing")
    const list = ["ada@example.com", "user_gone"]
    expect([ada, ben, gone].map((one) => isListed(list, one))).toEqual([true, false, true])
    expect(listedWith(list, ada, false)).toEqual(["user_gone"])
    expect(listedWith(list, ben, true)).toEqual(["ada@example.com", "user_gone", "user_ben"])
    expect(listedWith(list, ada, true)).toEqual(["user_gone", "user_ada"])
  })
})

describe("Rules of payment terms, as they are typed", () => {
  const rules = [
    { customerGroups: ["g1", "g2"], salesChannels: ["sc"], due: { days: 30 } },
    { companies: ["c"], due: { endOfMonth: 30, on: 15 } },
    { providers: ["pp"], due: { endOfMonth: 0 } },
    { due: { onDelivery: 14 } },
  ]

  it("are the same once they are said as the option again", () => {
    expect(draftsOf(rules).map(optionOf)).toEqual(rules)
  })

  it("are taken by the option, also a new one; and not what names nothing yet", () => {
    const taken = (value: SettingValue) => termsRules([value] as unknown as TermsOption[])
    expect(taken(optionOf(NEW_RULE))).toHaveLength(1)
    const begun = optionOf({ ...NEW_RULE, who: [["companies", ""]] })
    expect(() => taken(begun)).toThrow("companies")
    expect(() => taken(optionOf({ ...NEW_RULE, days: "soon" }))).toThrow("days")
  })
})

describe("Rules of down payments, as they are typed", () => {
  const rules = [
    {
      type: "ptyp_1",
      downPayment: { percent: 12.5 },
      schedule: [
        { afterDays: 30, percent: 50 },
        { afterDays: 60, percent: 50 },
      ],
    },
    {
      category: "pcat_1",
      downPayment: { amount: { eur: "50.00", jpy: "5000" } },
      schedule: [{ afterDays: 1, percent: 100 }],
    },
  ]
  const written = (one: SettingValue | undefined): string => decimalWords(textOf(one), "fr")

  it("are the same once they are said as the option again, numbers in the reader's own way", () => {
    const drafts = depositsOf(rules, written)
    expect(drafts.map(({ percent }) => percent)).toEqual(["12,5", ""])
    expect(drafts[1]?.amounts).toEqual([
      ["eur", "50,00"],
      ["jpy", "5000"],
    ])
    expect(drafts.map(depositOption)).toEqual(rules)
  })

  it("are taken by the option, also a new one once it says of what; else refused by the name of what lacks", () => {
    const taken = (value: SettingValue) => depositRules([value] as unknown as DepositOption[])
    expect(taken(depositOption({ ...NEW_DEPOSIT, id: "prod_1" }))).toHaveLength(1)
    expect(() => taken(depositOption(NEW_DEPOSIT))).toThrow("names")
    const typed = (more: object) => depositOption({ ...NEW_DEPOSIT, id: "prod_1", ...more })
    expect(() => taken(typed({ percent: "much" }))).toThrow("downPayment.percent")
    expect(() => taken(typed({ down: "amount" }))).toThrow("names no currency")
    expect(() => taken(typed({ schedule: [["soon", "100"]] }))).toThrow("schedule[0].afterDays")
    expect(() => taken(typed({ schedule: [["30", "50"]] }))).toThrow("50 per cent of the rest")
  })
})

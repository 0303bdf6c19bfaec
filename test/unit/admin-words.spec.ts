import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import {
  LIMITS,
  POSTING_RULES,
  RULES,
  WAITING_RULES,
} from "../../src/modules/reconciliation/domain/planner/explain"
import { rowsUnder } from "../support/markdown"
import words from "../../src/admin/i18n"
import { asideEn } from "../../src/admin/i18n/en/aside"
import { lateEn as ofPagesEn } from "../../src/admin/i18n/en/late"
import { asideFr } from "../../src/admin/i18n/fr/aside"
import { lateFr as ofPagesFr } from "../../src/admin/i18n/fr/late"
import { isZero, moneyFormat } from "../../src/admin/lib/money"

const ROOT = path.resolve(__dirname, "../..")
const ADMIN = path.resolve(__dirname, "../../src/admin")
const [lateEn, lateFr] = [
  { ...ofPagesEn, ...asideEn },
  { ...ofPagesFr, ...asideFr },
]
const lateWords = { en: lateEn, fr: lateFr }

describe("the words of the screens", () => {
  const keysOf = (value: unknown, at = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${at}.${key}`))
      : [at]
  const placesOf = (value: unknown): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          placesOf(inner).map(([at, places]): [string, string] => [`${key}.${at}`, places]),
        )
      : [["", [...String(value).matchAll(/\{\{\w+\}\}/g)].flat().toSorted().join(" ")]]

  it("has the same keys in English and French", () => {
    expect(keysOf(words.fr)).toEqual(keysOf(words.en))
    expect(keysOf(lateWords.fr)).toEqual(keysOf(lateWords.en))
  })

  it("fills the same places in English and French", () => {
    expect(placesOf(words.fr)).toEqual(placesOf(words.en))
    expect(placesOf(lateWords.fr)).toEqual(placesOf(lateWords.en))
  })

  it("has no word twice, at first and late", () => {
    const first = new Set(keysOf(words.en.translation.reconciliation))
    expect(keysOf(lateWords.en).filter((key) => first.has(key))).toEqual([])
  })

  it("says every word somewhere", () => {
    const code = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("i18n"))
      .map((file) => readFileSync(path.join(ADMIN, file), "utf8").replaceAll("reconciliation.", ""))
      .join("\n")
    const named = new Set(code.match(/\w+(?:\.\w+)*/g))
    // `rules.${rule}` may say any word below "rules", and `${key}.title` any below a name of two parts that is written somewhere.
    const begun = [...code.matchAll(/[`"]((?:\w+\.)+)\$\{/g)].map(([, start = ""]) => start)
    const isSaid = (key: string): boolean =>
      named.has(key) ||
      named.has(key.replace(/_(?:zero|one|other)$/, "")) ||
      named.has(key.split(".").slice(0, 2).join(".")) ||
      begun.some((start) => key.startsWith(start))
    const keys = [...keysOf(words.en.translation.reconciliation), ...keysOf(lateWords.en)]
    expect(keys.map((key) => key.slice(1)).filter((key) => !isSaid(key))).toEqual([])
  })

  const { notices } = words.en.translation.reconciliation
  const { rules, why, errorCodes } = lateEn
  const listed = (heading: string): string[] =>
    rowsUnder(readFileSync(path.join(ROOT, "docs/errors.md"), "utf8"), heading).map(({ code = "" }) =>
      code.replaceAll("`", ""),
    )

  it.each<[string, object, readonly string[]]>([
    ["rule, as a label", rules, [...RULES, ...POSTING_RULES]],
    ["rule, as a reason", why.reasons, [...RULES, ...POSTING_RULES]],
    ["limit of an amount", why.limits, LIMITS],
    ["rule for which something waits", why.waiting, WAITING_RULES],
    ["problem and warning", notices, listed("What an order shows")],
    ["error code, as a sentence", errorCodes.texts, listed("Codes")],
    ["error code, as a remedy", errorCodes.remedies, listed("Codes")],
  ])("has words for every %s, and for no other", (_, known, codes) => {
    expect(codes.length).toBeGreaterThan(2)
    expect(Object.keys(known).toSorted()).toEqual(codes.toSorted())
  })

  it("has a rule for every name that the sources give an allocation", () => {
    const named = readdirSync(path.join(ROOT, "src/modules"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [
        ...readFileSync(path.join(ROOT, "src/modules", file), "utf8").matchAll(/\brule: "(\w+)"/g),
      ])
      .map(([, rule = ""]) => rule)
    // Only what a plan releases to place it anew carries that one; no cell is made of it.
    const shown = [...new Set(named)].filter((rule) => rule !== "replanned")
    expect(shown.length).toBeGreaterThan(8)
    expect(shown.filter((rule) => !(rule in rules))).toEqual([])
  })

  it("says nothing in French as in English but what both call the same", () => {
    const texts = (value: unknown): string[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [String(value)]
    const english = texts([words.en, lateWords.en])
    const said = texts([words.fr, lateWords.fr]).filter(
      (text, place) => text === english[place] && text.length > 12,
    )
    expect(said.toSorted()).toEqual(["{{kind}} ({{method}})", "{{kind}}, {{date}}"])
  })

  it("keeps French signs on the line of the word before them", () => {
    const texts = (value: unknown): string[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [String(value)]
    expect(texts([words.fr, lateWords.fr]).filter((text) => / [:;?!»]|« /.test(text))).toEqual([])
  })

  it("stands below one name in the host's resources", () => {
    expect(Object.keys(words.en.translation)).toEqual(["reconciliation"])
  })
})

describe("amounts on the screens", () => {
  const plain = (text: string) => text.replaceAll(/\s/g, " ")

  it.each([
    { locale: "en", currency: "eur", digits: 2, value: "75.00", amount: "75.00", money: "€75.00" },
    { locale: "en", currency: "jpy", digits: 0, value: "7500", amount: "7,500", money: "¥7,500" },
    { locale: "en", currency: "kwd", digits: 3, value: "75.005", amount: "75.005", money: "KWD 75.005" },
    {
      locale: "fr",
      currency: "eur",
      digits: 2,
      value: "-1234.50",
      amount: "−1 234,50",
      money: "−1 234,50 €",
    },
    { locale: "en", currency: "usd", digits: 2, value: "-20.00", amount: "−20.00", money: "−$20.00" },
    { locale: "en", currency: "jpy", digits: 3, value: "75.005", amount: "75.005", money: "¥75.005" },
    {
      locale: "en",
      currency: "eur",
      digits: 2,
      value: "90071992547409931234.01",
      amount: "90,071,992,547,409,931,234.01",
      money: "€90,071,992,547,409,931,234.01",
    },
  ])(
    "writes $value $currency in $locale as $amount",
    ({ locale, currency, digits, value, amount, money }) => {
      const format = moneyFormat(locale, currency, digits)
      expect([plain(format.amount(value)), plain(format.money(value))]).toEqual([amount, money])
    },
  )

  it("shows what is no decimal, or has more digits than its currency, as received", () => {
    const { amount } = moneyFormat("en", "eur", 2)
    expect([amount("1e3"), amount(""), amount("1.005")]).toEqual(["1e3", "", "1.005"])
  })

  it("knows zero in every number of digits", () => {
    expect(["0", "0.00", "-0.000", "0.01", "-1"].map(isZero)).toEqual([true, true, true, false, false])
  })
})

/**
 * The host compiles the classes of a plugin only where its bundler can resolve the plugin, so the
 * screens may use no class that the dashboard's own stylesheet lacks.
 */
describe("the classes of the screens", () => {
  const classesOf = (css: string): Set<string> =>
    new Set([...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) => name.replaceAll(/\\(.)/g, "$1")))
  const sources = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => readFileSync(path.join(ADMIN, file), "utf8"))
    .join("\n")
  /** Every word of every string that looks like a list of classes: in className, clx() and constants. */
  const used = [...sources.matchAll(/"([a-z][\w:./[\]-]*(?: [a-z[-][\w:./[\]-]*)*)"/g)]
    .flatMap(([, list = ""]) => list.split(" "))
    .filter((name) =>
      /^(?:[a-z-]+:)+[\w./[\]-]+$|^-?(?:[a-z]+-)+[\w./[\]-]+$|^(?:flex|grid|truncate|relative|isolate|block|invisible|rounded)$/.test(
        name,
      ),
    )
  const own = classesOf([...sources.matchAll(/const CSS = `([^`]+)`/g)].map(([, css]) => css).join("\n"))
  const host = classesOf(readFileSync(require.resolve("@medusajs/dashboard/css"), "utf8"))

  it("are the dashboard's or in the plugin's own stylesheet", () => {
    const notClasses =
      /^(?:aria-|data-|react-router-dom|react-i18next|medusa-plugin-|no-repeat|reconciliation-spin)/
    const missing = used.filter((name) => !host.has(name) && !own.has(name) && !notClasses.test(name))
    expect(used.length).toBeGreaterThan(100)
    expect([...new Set(missing)]).toEqual([])
  })

  it("of the plugin's own stylesheet are all used", () => {
    const code = sources.replaceAll(/const CSS = `[^`]+`/g, "")
    const begun = [...code.matchAll(/(reconciliation-[\w-]*)\$\{/g)].map(([, start = ""]) => start)
    const named = new Set(code.match(/reconciliation-[\w-]+/g))
    const unused = [...own].filter(
      (name) =>
        name.startsWith("reconciliation-") &&
        !named.has(name) &&
        !begun.some((start) => name.startsWith(start)),
    )
    expect(unused).toEqual([])
  })
})

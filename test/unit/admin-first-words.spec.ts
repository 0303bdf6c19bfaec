import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import words from "../../src/admin/i18n"
import { asideEn } from "../../src/admin/i18n/en/aside"
import { lateEn } from "../../src/admin/i18n/en/late"

const ADMIN = path.resolve(__dirname, "../../src/admin")

/** The sources that come with every page of the host's admin: routes, widgets, and all that they import but lazily. */
function firstPart(): string[] {
  const starts = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?:routes|widgets)\/.*\.tsx$/.test(file))
    .map((file) => path.join(ADMIN, file))
  const found = new Set(starts)
  for (const file of found) {
    const imports = readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type\b)[^"]*?from "(\.[^"]+)"/gm,
    )
    for (const [, name = ""] of imports) {
      const base = path.join(path.dirname(file), name)
      const source = [`${base}.ts`, `${base}.tsx`].find((one) => existsSync(one))
      if (source?.startsWith(ADMIN) && !source.includes("/i18n/")) found.add(source)
    }
  }
  return [...found]
}

/** Every key of words that a text of the sources names: whole ("card.open"), or its beginning ("rules." of `rules.${rule}`). */
const namedIn = (source: string): string[] =>
  [
    ...source.matchAll(
      /\bt\("(\w+)"|["`](?:reconciliation\.)?([a-z]\w*(?:\.\w+)*\.)\$\{|["`]([\w.]+\.\w+)["`]/gi,
    ),
  ].map(([, alone, begun, whole]) => (alone ?? begun ?? whole ?? "").replace(/^reconciliation\./, ""))

describe("the words of what every page of the admin loads", () => {
  const keysOf = (value: unknown, at = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, at === "" ? key : `${at}.${key}`))
      : [at]
  const late = keysOf({ ...lateEn, ...asideEn })
  const first = keysOf(words.en.translation.reconciliation)
  const isOf = (named: string) => (key: string) =>
    named.endsWith(".") ? key.startsWith(named) : key === named || key.startsWith(`${named}_`)
  const sources = firstPart().map((file) => readFileSync(file, "utf8"))
  const named = [...new Set(sources.flatMap(namedIn))]
  // Until the word of a title is there that is asked for, something else is drawn.
  const asked = new Set(sources.filter((source) => source.includes("has(title)")).flatMap(namedIn))

  it("come with it", () => {
    expect(named.filter((name) => first.some(isOf(name))).length).toBeGreaterThan(80)
    const unawaited = named.filter((name) => !name.startsWith("errorCodes.") && !asked.has(name))
    expect(unawaited.filter((name) => late.some(isOf(name)))).toEqual([])
  })

  it("are no more than it says: what comes early comes in both languages", () => {
    const unsaid = first.filter((key) => !named.some((name) => isOf(name)(key)))
    // The faults are few, and are told apart by the part of the key that is not written where they are said.
    expect(unsaid.filter((key) => !key.startsWith("errors."))).toEqual([])
  })

  it("are waited for where it is said what a code of the server means", () => {
    const telling = firstPart()
      .map((file) => readFileSync(file, "utf8"))
      .filter((source) => /\berrorWords\(\w+(?:\.\w+)*,/.test(source))
    expect(telling.length).toBeGreaterThan(3)
    expect(telling.filter((source) => !/\b(?:wish|With)LateWords\b/.test(source))).toEqual([])
  })

  it("do not bring the words of a language that nobody reads here", () => {
    const loaders = firstPart().map((file) => readFileSync(file, "utf8"))
    expect(loaders.filter((source) => /from "[^"]*i18n\/(?:en|fr)\//.test(source))).toEqual([])
  })

  it("come with whatever it opens, but for the badge that says the menu's", () => {
    const bare = firstPart().filter((file) => /\blazy\(/.test(readFileSync(file, "utf8")))
    expect(bare.map((file) => path.relative(ADMIN, file)).toSorted()).toEqual([
      "lib/late.tsx",
      "widgets/topbar-count.tsx",
    ])
  })
})

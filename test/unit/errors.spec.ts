import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { rowsUnder } from "../support/markdown"

const root = path.resolve(__dirname, "../..")
const page = readFileSync(path.join(root, "docs/errors.md"), "utf8")

const sources = new Map(
  readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("admin"))
    .map((file) => [file.replaceAll("\\", "/"), readFileSync(path.join(root, "src", file), "utf8")]),
)

const source = (end: string): string => {
  const found = [...sources].find(([file]) => file.endsWith(end))
  if (!found) throw new Error(`there is no ${end}`)
  return found[1]
}

const texts = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, ...groups]) => groups.flatMap((group) => group ?? []))

const plain = (cell = ""): string => cell.replaceAll("`", "")

const statuses = new Map(
  texts(source("lib/answer.ts"), /^ {2}(\w+: \d{3}),$/gm).map((line) => line.split(": ") as [string, string]),
)

/** "code status" of every error whose code is written where it is thrown. */
function written(): string[] {
  const pattern = /new ReconciliationError\(\{\s*type: "(\w+)",\s*code: "(\w+)"/g
  return [...sources.values()].flatMap((text) =>
    [...text.matchAll(pattern)].map(([, type = "", code = ""]) => `${code} ${statuses.get(type)}`),
  )
}

/** Of those whose code is made elsewhere; the test below says how many such places there are. */
function made(): string[] {
  const plans = texts(source("domain/instalments/payment-plan.ts"), /refusal\(([^{]+),\s*\{/g)
  const broken = source("domain/allocation/invariants.ts").split("export function")[1] ?? ""
  const routes = [...sources].filter(([file]) => file.startsWith("api")).map(([, text]) => text)
  return [
    ...plans.flatMap((call) => texts(call, /"(\w+)"/g)).map((code) => `${code} 400`),
    ...texts(broken, /violation\("(\w+)"|code: "(\w+)"/g).map((code) => `${code} 500`),
    ...texts(source("change-instalment.ts"), /\? "(\w+)" : "(\w+)"/g).map((how) => `instalment_${how} 409`),
    ...routes.flatMap((text) => texts(text, /\bcheck\(.*"(\w+)"\)/g)).map((code) => `${code} 400`),
  ]
}

describe("docs/errors.md", () => {
  const listed = rowsUnder(page, "Codes").flatMap(({ code, status }) =>
    (status ?? "").split(", ").map((one) => `${plain(code)} ${one}`),
  )

  it("lists every code of the sources with its statuses, and no other", () => {
    expect(listed.toSorted()).toEqual([...new Set([...written(), ...made()])].toSorted())
  })

  it("misses none that is made in a way that this test does not know", () => {
    const places = [...sources].filter(([, text]) =>
      /new ReconciliationError\(\{\s*type: "\w+",\s*code(?:: (?!")|,)/.test(text),
    )
    expect(places.map(([file]) => path.basename(file)).toSorted()).toEqual([
      "change-instalment.ts",
      "check-change.ts",
      "payment-plan.ts",
      "read-body.ts",
    ])
  })

  it("says why each code that answers 500 does", () => {
    const explained = rowsUnder(page, "Why some answer 500").flatMap(({ code }) => plain(code).split(", "))
    const answered = listed.filter((one) => one.endsWith(" 500")).map((one) => one.split(" ")[0])
    expect(explained.toSorted()).toEqual(answered.toSorted())
  })

  it("lists the problems and warnings that an order may show", () => {
    const shown = rowsUnder(page, "What an order shows").map(
      ({ code, in: where }) => `${plain(where)} ${plain(code)}`,
    )
    const problems = texts(source("ingest/problems.ts"), /^ {2}(\w+):\s*\n? {4}"/gm)
    const warnings = texts(source("domain/order/warnings.ts"), /code: "(\w+)"/g)
    expect(shown.toSorted()).toEqual(
      [
        ...problems.map((code) => `problems ${code}`),
        ...warnings.map((code) => `warnings ${code}`),
      ].toSorted(),
    )
  })
})

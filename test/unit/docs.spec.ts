import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { bodyOfRoute } from "../support/bodies"
import { rowsUnder } from "../support/markdown"

const root = path.resolve(__dirname, "../..")
const read = (file: string): string => readFileSync(path.join(root, file), "utf8")

const pages = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file.replaceAll("\\", "/")}`),
]

/** What stands in the code block below each comment of a kind: its name and the code. */
function blocks(kind: RegExp): [string, string][] {
  const pattern = new RegExp(`<!-- ${kind.source} -->\\n+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``, "g")
  return pages.flatMap((page) =>
    [...read(page).matchAll(pattern)].map(([, name = "", code = ""]): [string, string] => [name, code]),
  )
}

/** The id that a heading gets on the web. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, "")
    .replaceAll(" ", "-")

describe("The pages of the manual", () => {
  const bodies = blocks(/body: ([A-Z]+ [\w/{}-]+)/)
  const examples = blocks(/(examples\/[\w/.-]+)/)

  it("explain every feature that a test names, and no code twice", () => {
    const sources = ["test", "integration-tests"].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => read(path.join(folder, file))),
    )
    const named = new Set(sources.flatMap((text) => text.match(/\bF[1-9]\d?\b/g) ?? []))
    const explained = [...read("docs/features.md").matchAll(/^\| (F\d+) /gm)].map(([, code]) => code)
    expect([...named].filter((code) => !explained.includes(code))).toEqual([])
    expect(explained.filter((code, index) => explained.indexOf(code) !== index)).toEqual([])
  })

  it("have examples", () => {
    expect([bodies.length > 5, examples.length]).toEqual([true, 22])
  })

  it.each(bodies)("show a body that the route takes: %s", (name, code) => {
    expect(bodyOfRoute(name).safeParse(JSON.parse(code))).toMatchObject({ success: true })
  })

  it.each(examples)("show %s as it is", (file, code) => {
    expect(code).toBe(read(file))
  })

  it("name every workflow that the plugin exports, and no other", () => {
    const named = read("src/workflows/index.ts").match(/\b\w+(?:Workflow|Step)\b/g) ?? []
    const listed = rowsUnder(read("docs/workflows.md").replace("# Workflows", "## Workflows"), "Workflows")
    expect(listed.map(({ workflow }) => workflow?.replaceAll("`", "")).toSorted()).toEqual(
      [...new Set(named)].toSorted(),
    )
  })

  it("link to files and headings that there are", () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(((?!https?:)[^)\s]*)\)/g)].flatMap(([, link = ""]) => {
        const [file = "", anchor] = link.split("#")
        const target = path.join(path.dirname(page), file)
        const goal = file === "" ? page : target
        if (!existsSync(path.join(root, goal))) return [`${page}: ${link}`]
        if (anchor === undefined) return []
        const anchors = [...read(goal).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading))
        return anchors.includes(anchor) ? [] : [`${page}: ${link}`]
      }),
    )
    expect(broken).toEqual([])
  })
})

import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { rowsUnder } from "../support/markdown"

const root = path.resolve(__dirname, "../..")
const flows = path.join(root, "integration-tests/http/flows")

/** Traps that titles of a file's tests begin with. */
function trapsOf(file: string): string[] {
  const titles = readFileSync(path.join(flows, file), "utf8").matchAll(/\bit\(\s*["`](T\d+): /g)
  return [...titles].map(([, trap]) => trap ?? "")
}

describe("docs/spec/traps.md", () => {
  const tested = readdirSync(flows)
    .filter((file) => file.endsWith(".spec.ts"))
    .flatMap((file) => trapsOf(file).map((trap) => `${trap} ${file.replace(".spec.ts", "")}`))
  const listed = rowsUnder(readFileSync(path.join(root, "docs/spec/traps.md"), "utf8"), "The traps")

  it("names for each trap the files whose tests show it, and no test shows a trap that it leaves out", () => {
    const named = listed.flatMap(({ trap, test }) =>
      (test ?? "").split(", ").map((file) => `${trap} ${file.replaceAll("`", "")}`),
    )
    expect(named.toSorted()).toEqual([...new Set(tested)].toSorted())
  })

  it("numbers them without a gap", () => {
    expect(listed.map(({ trap }) => trap)).toEqual(listed.map((_, index) => `T${index + 1}`))
  })
})

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Edit } from "./named"

const root = path.join(__dirname, "..", "..")
/** What the tests read. */
const COPIED = [
  "src",
  "test",
  "integration-tests",
  "docs",
  "scripts",
  "package.json",
  "jest.config.cjs",
  "medusa-config.ts",
]

/** A copy of the sources in which one mutant at a time may stand. */
export class SourceCopy {
  readonly folder = mkdtempSync(path.join(tmpdir(), "reconciliation-mutants-"))

  constructor() {
    for (const name of COPIED)
      cpSync(path.join(root, name), path.join(this.folder, name), { recursive: true })
    symlinkSync(path.join(root, "node_modules"), path.join(this.folder, "node_modules"))
  }

  /**
   * Puts a mutant in; the returned function takes it out again.
   *
   * @throws Error when a text is not there exactly once: then the mutant must be thought of anew
   */
  apply(edits: readonly Edit[]): () => void {
    const before = new Map<string, string>()
    const takeOut = (): void => {
      for (const [file, text] of before) writeFileSync(file, text)
    }
    for (const { file, from, to } of edits) {
      const name = path.join(this.folder, "src", "modules", "reconciliation", file)
      const text = readFileSync(name, "utf8")
      if (text.split(from).length !== 2) {
        takeOut()
        throw new Error(`${file} has not exactly one "${from.trim()}"`)
      }
      if (!before.has(name)) before.set(name, text)
      writeFileSync(
        name,
        text.replace(from, () => to),
      )
    }
    return takeOut
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}

import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

const root = path.join(__dirname, "..", "..")

/** Of one file: mutants that a test noticed, and all that count. */
export interface FileScore {
  readonly file: string
  readonly found: number
  readonly all: number
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

const FOUND: ReadonlySet<string> = new Set(["Killed", "Timeout"])
const COUNTED: ReadonlySet<string> = new Set(["Killed", "Timeout", "Survived", "NoCoverage"])

/** Lets Stryker mutate the domain and gives each file's score, the worst first. */
export async function runStryker(): Promise<FileScore[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-stryker-"))
  const report = path.join(folder, "report.json")
  try {
    const output = await run(report)
    try {
      return scoresOf(JSON.parse(readFileSync(report, "utf8")) as Report)
    } catch {
      throw new Error(`Stryker ended without a report:\n${output.slice(-4_000)}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(report: string): Promise<string> {
  const stryker = path.join(root, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js")
  const words = [stryker, "run", path.join("proofs", "mutants", "stryker.config.mjs")]
  const env = {
    ...process.env,
    STRYKER_REPORT: report,
    NODE_ENV: "test",
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const pipe of [child.stdout, child.stderr])
      pipe.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.once("error", reject)
    child.once("close", () => resolve(output))
  })
}

function scoresOf({ files }: Report): FileScore[] {
  return Object.entries(files)
    .map(([file, { mutants }]) => ({
      file: path.basename(file),
      found: mutants.filter(({ status }) => FOUND.has(status)).length,
      all: mutants.filter(({ status }) => COUNTED.has(status)).length,
    }))
    .filter(({ all }) => all > 0)
    .toSorted((one, other) => one.found / one.all - other.found / other.all)
}

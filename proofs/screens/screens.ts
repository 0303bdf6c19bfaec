import { spawn } from "node:child_process"
import path from "node:path"
import { createInterface } from "node:readline"
import type { Outcome, Setting, Task } from "../../bench/lib/task"

const root = path.join(__dirname, "..", "..")
const SUITES = ["integration-tests/e2e/screens", "integration-tests/e2e/gallery"]

/** Every flow through the screens, by mouse and by keyboard, in each language and state. */
export const screens: Task = {
  name: "screens",
  apart: true,
  goal: "every flow of the table in integration-tests/e2e/support/flows.ts by mouse and keyboard, in English and French, in each state: as it should be, WCAG 2.2 AA",
  small: { scale: 1, trials: 1 },
  run: prove,
}

async function prove({ say }: Setting): Promise<Outcome> {
  const told = await walkAll(say)
  const lines = told.split("\n")
  const [, passed = "0", failed = "1"] = /(\d+) passed, (\d+) failed\s*$/.exec(told.trim()) ?? []
  const control = lines.some((line) => /✓ .*control: /.test(line))
  const faults = lines
    .slice(lines.lastIndexOf("Failed:") + 1)
    .filter((line) => /^ {2}integration-tests/.test(line))
  if (failed !== "0") for (const fault of faults) say(fault.trim())
  say(`${passed} cells and parts as they should be, ${failed} not`)
  say(`control, a card whose words are pale: ${control ? "noticed" : "NOT NOTICED"}`)
  const cells = Number(passed)
  return {
    holds: cells > 0 && failed === "0" && control,
    full: true,
    figures: { cells, failed: Number(failed) },
  }
}

/** Runs the browser tests with every cell; a store is built and seeded for them. Each file is told as it ends. */
function walkAll(say: Setting["say"]): Promise<string> {
  return new Promise((resolve, reject) => {
    const words = [path.join(root, "scripts", "test.mjs"), "e2e", ...SUITES, "--verbose"]
    const env = { ...process.env, SCREENS: "all" }
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] })
    const told: string[] = []
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on("line", (line) => {
        told.push(line)
        if (/^(PASS|FAIL) |^\s+✕/.test(line)) say(line.trim())
      })
    child.once("error", reject)
    child.once("close", () => resolve(told.join("\n")))
  })
}

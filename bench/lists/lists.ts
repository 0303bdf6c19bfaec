import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { walkInBrowser } from "../lib/browser"
import { median } from "../lib/figures"
import type { Outcome, Setting, Task } from "../lib/task"

const OPEN_ITEMS = 600_000
const GOAL_MILLISECONDS = 1_000

interface Shown {
  readonly name: string
  readonly milliseconds: number
}

/** How long a person waits for a list, in a built store whose ledger is large. */
export const lists: Task = {
  name: "lists",
  apart: true,
  goal: `from a click to the paint of a list's first rows, of ${OPEN_ITEMS} open items: below ${GOAL_MILLISECONDS} ms by every order and view`,
  small: { scale: 0.02, trials: 1 },
  run: measure,
}

async function measure({ say, scale }: Setting): Promise<Outcome> {
  const items = Math.max(5_000, Math.round(OPEN_ITEMS * scale))
  const folder = mkdtempSync(path.join(tmpdir(), "lists-"))
  const file = path.join(folder, "report.json")
  try {
    const passed = await walkInBrowser("integration-tests/e2e/list-speed", {
      E2E_OPEN_ITEMS: String(items),
      LISTS_REPORT: file,
    })
    const shown = JSON.parse(readFileSync(file, "utf8")) as Shown[]
    const control = shown.find(({ name }) => name === "control")?.milliseconds ?? 0
    const ours = shown.filter(({ name }) => name !== "control")
    for (const { name, milliseconds } of ours) say(`${name}: ${milliseconds} ms`)
    const times = ours.map(({ milliseconds }) => milliseconds)
    const slowest = Math.max(...times)
    say(
      `${ours.length} lists: median ${median(times)} ms, slowest ${slowest} ms; control, an answer held up by a second: ${control} ms`,
    )
    return {
      holds: passed && ours.length > 10 && slowest < GOAL_MILLISECONDS && control >= GOAL_MILLISECONDS,
      full: items >= OPEN_ITEMS,
      figures: { items, shown: ours.length, median: median(times), slowest, control },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { walkInBrowser } from "../lib/browser"
import type { Outcome, Setting, Task } from "../lib/task"

/** Milliseconds from a key press to the paint, of 95 in 100 keys, for two quiet cores. */
const GOALS = { "50x50": 50, "200x100": 100 } as const
const KEYS = 200

interface Speed {
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly p50: number
  readonly p95: number
  readonly floorP95: number
  readonly heldUpP95: number
}

/** How fast the grid of an order follows the keys, in a built store and in Chromium. */
export const matrix: Task = {
  name: "matrix",
  apart: true,
  goal: "key press to paint in the packed store, with totals and save bar live: p95 below 50 ms of 50 × 50 cells, below 100 ms of 200 × 100",
  small: { scale: 1, trials: 1 },
  run: measure,
}

async function measure({ say, trials = KEYS }: Setting): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "matrix-"))
  const file = path.join(folder, "report.json")
  try {
    await walkInBrowser("integration-tests/e2e/matrix-speed", {
      MATRIX_SIZES: Object.keys(GOALS).join(),
      MATRIX_KEYS: String(trials),
      MATRIX_REPORT: file,
    })
    const report = JSON.parse(readFileSync(file, "utf8")) as Speed[]
    for (const { rows, columns, cells, p50, p95, floorP95, heldUpP95 } of report)
      say(
        `${rows} × ${columns} (${cells} amounts): p50 ${p50}, p95 ${p95} ms; an empty field ${floorP95} ms; control, each key held up by 60 ms: ${heldUpP95} ms`,
      )
    const isFast = report.every(({ rows, columns, p95 }) => p95 < goalOf(rows, columns))
    const noticed = report.every(
      ({ rows, columns, heldUpP95 }) => heldUpP95 > Math.min(goalOf(rows, columns), 60),
    )
    return { holds: report.length === 2 && isFast && noticed, full: trials >= KEYS, figures: { report } }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const goalOf = (rows: number, columns: number): number =>
  GOALS[`${rows}x${columns}` as keyof typeof GOALS] ?? 0

import type { Outcome, Server, Setting, Task } from "../../bench/lib/task"
import { SourceCopy } from "./copy"
import { MUTANTS, NO_MUTANT, type Mutant } from "./named"
import { runStryker } from "./stryker"
import { runTests, type Verdict } from "./tests"

const GOAL_PERCENT = 85

/** Mistakes put into the sources on purpose, which the tests must find. */
export const mutants: Task = {
  name: "mutants",
  goal: `${MUTANTS.length} mistakes that somebody could make are all found; of Stryker's mutants of the domain ${GOAL_PERCENT} %`,
  small: { scale: 0.5, trials: 3 },
  run: async (setting) => {
    const copy = new SourceCopy()
    try {
      return await prove(setting, copy)
    } finally {
      copy.remove()
    }
  },
}

async function prove({ scale, trials, say, server }: Setting, copy: SourceCopy): Promise<Outcome> {
  const chosen = trials === undefined ? MUTANTS : spread(MUTANTS, trials)
  const variables = databaseVariables(await server())
  const run = (one: Pick<Mutant, "suite" | "tests">): Promise<Verdict> =>
    runTests({ folder: copy.folder, variables, ...one })

  const missed: string[] = []
  for (const mutant of chosen) {
    const verdict = await withEdits(copy, mutant, () => run(mutant))
    if (verdict !== "failed") missed.push(`${mutant.name}: ${verdict === "passed" ? "not found" : verdict}`)
    say(
      `${verdict === "failed" ? "found " : "MISSED"} ${mutant.name}${verdict === "failed" ? "" : ` (${verdict})`}`,
    )
  }
  const control = await withEdits(copy, { edits: [NO_MUTANT] }, async () => {
    const verdicts: Verdict[] = []
    for (const suite of ["unit", "integration"] as const) {
      const tests = [...new Set(chosen.filter((one) => one.suite === suite).flatMap((one) => one.tests))]
      if (tests.length > 0) verdicts.push(await run({ suite, tests }))
    }
    return verdicts.every((verdict) => verdict === "passed") ? "passed" : "failed"
  })
  say(`control, a comment: ${control === "passed" ? "not found" : "FOUND"}`)
  const stryker = scale >= 1 ? await score(say) : null
  return {
    holds:
      missed.length === 0 && control === "passed" && (stryker === null || stryker.percent >= GOAL_PERCENT),
    full: chosen.length === MUTANTS.length && stryker !== null,
    figures: { mutants: chosen.length, missed, control, stryker },
  }
}

/** Does something while a mutant stands; one whose text is no longer there is broken, and so missed. */
async function withEdits(
  copy: SourceCopy,
  { edits }: Pick<Mutant, "edits">,
  work: () => Promise<Verdict>,
): Promise<Verdict> {
  let takeOut: () => void
  try {
    takeOut = copy.apply(edits)
  } catch (error) {
    console.error(error)
    return "broken"
  }
  try {
    return await work()
  } finally {
    takeOut()
  }
}

async function score(say: Setting["say"]): Promise<{ percent: number; files: Record<string, string> }> {
  const files = await runStryker()
  for (const { file, found, all } of files) say(`${file.padEnd(22)} ${found} of ${all}`)
  const total = (of: "found" | "all"): number => files.reduce((sum, one) => sum + one[of], 0)
  const percent = Math.round((1000 * total("found")) / total("all")) / 10
  say(`Stryker: ${total("found")} of ${total("all")} found, ${percent} %`)
  return {
    percent,
    files: Object.fromEntries(files.map(({ file, found, all }) => [file, `${found}/${all}`])),
  }
}

/** So many of the values, from the first on at even distances. */
function spread<Value>(values: readonly Value[], count: number): Value[] {
  const step = Math.max(1, values.length / count)
  return values
    .filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
    .slice(0, count)
}

function databaseVariables({ url }: Server): Record<string, string> {
  const { hostname, port, username, password } = new URL(url)
  return { DB_HOST: hostname, DB_PORT: port, DB_USERNAME: username, DB_PASSWORD: password }
}

import { runOnHost } from "../lib/on-host"
import type { Outcome, Setting, Task } from "../lib/task"
import type { Cost, EntitiesReport } from "./report"

const ALLOCATIONS = 10_000
const GOAL = 30

/** What a list costs when another plugin reads it as entities. */
export const entities: Task = {
  name: "entities",
  goal: `a list of ${ALLOCATIONS} allocations with their credits by query.graph at most ${GOAL} times one SQL statement over the same views, in linear time, amounts equal`,
  small: { scale: 0.1, trials: 1 },
  run: measure,
}

async function measure({ scale, say, server }: Setting): Promise<Outcome> {
  const allocations = Math.max(500, Math.round((ALLOCATIONS * scale) / 50) * 50)
  const report = await runOnHost<EntitiesReport>(await server(), __dirname, {
    ALLOCATIONS: String(allocations),
  })
  const { sql, graph, oneByOne, different } = report
  const ratios = graph.map(({ milliseconds }, place) => milliseconds / (sql[place]?.milliseconds ?? 1))
  for (const [place, cost] of graph.entries())
    say(
      `${cost.rows} allocations: query.graph ${told(cost)}, SQL ${told(sql[place])}, ${ratios[place]?.toFixed(1)} times`,
    )
  const growth = (graph[1]?.milliseconds ?? 0) / (graph[0]?.milliseconds ?? 1)
  say(`ten times the rows take query.graph ${growth.toFixed(1)} times as long; ${different} amounts differ`)
  const control = oneByOne.milliseconds / (graph[0]?.milliseconds ?? 1)
  say(
    `control, one call for each order: ${told(oneByOne)} for ${oneByOne.rows}, ${control.toFixed(1)} times one call`,
  )
  return {
    holds: (ratios[1] ?? Infinity) <= GOAL && growth <= 15 && different === 0 && control > 2,
    full: allocations >= ALLOCATIONS,
    figures: { ...report, ratios, growth, control },
  }
}

const told = (cost: Cost | undefined): string => `${cost?.milliseconds.toFixed(1)} ms`

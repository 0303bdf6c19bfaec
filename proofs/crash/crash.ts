import type { Setting, Task } from "../../bench/lib/task"
import { killAtPoints } from "./points/points"
import { killAtRandom } from "./random/random"

const RANDOM_KILLS = 200
const TURNS = 10
/** Each finds eight changes under way, so that few are enough to break what can be broken. */
const CONTROL_KILLS = 30

/** Processes are killed with kill -9 at random moments and, in a real host, at each point that has a name. */
export const crash: Task = {
  name: "crash",
  goal: `${RANDOM_KILLS} kill -9 at random and ${TURNS} at each named point: 0 lost, 0 doubled, 0 stuck`,
  small: { scale: 1, trials: 1 },
  run: async ({ server, say, trials = TURNS }: Setting) => {
    const running = await server()
    const kills = Math.ceil((RANDOM_KILLS * trials) / TURNS)
    const random = await killAtRandom(running, { kills, controlKills: Math.min(kills, CONTROL_KILLS), say })
    const points = await killAtPoints(running, { turns: trials, say })
    return {
      holds: random.holds && points.holds,
      full: trials >= TURNS,
      figures: { turns: trials, random, points },
    }
  },
}

import { runOnHost } from "../../bench/lib/on-host"
import type { Server, Task } from "../../bench/lib/task"
import { killBetweenSteps } from "./kills"
import { together, type HostReport } from "./report"

const HISTORIES = 500
/** A history waits as long as it computes: two hosts, each with a database of its own, share them. */
const HOSTS = 2
/** How often a host is killed between each two steps. */
const TURNS = 3

/**
 * Money on account is put on orders, moved and taken back, while people capture, refund, edit, cancel and mark as paid, also at the
 * same instant, and the process that tells the host dies between any two of its steps.
 */
export const mirror: Task = {
  name: "mirror",
  goal: `${HISTORIES} random histories of deposits on orders of a real host: what is open is the same on both sides, no money twice, totals untouched`,
  small: { scale: 0.006, trials: 0 },
  run: async ({ scale, trials = TURNS, say, server }) => {
    const wanted = Math.max(2, Math.round(HISTORIES * scale))
    const started = await server()
    const report = await playOnHosts(started, wanted)
    const { histories, acts, refused, deaths, rows, wrong, control } = report
    say(`${histories} histories: ${JSON.stringify(acts)}; refused ${JSON.stringify(refused)}`)
    say(`deaths ${JSON.stringify(deaths)}; rows at the end ${JSON.stringify(rows)}`)
    for (const what of wrong.slice(0, 10)) say(`! ${what}`)
    const failed = control.length > 0
    say(`control, mirrors not told from the host's own: ${failed ? control[0] : "DID NOT FAIL"}`)
    // A host takes its time to boot, and boots after each kill.
    const { kills, wrong: broken } =
      trials === 0 ? { kills: 0, wrong: [] } : await killBetweenSteps(started, { turns: trials, say })
    return {
      holds: wrong.length + broken.length === 0 && histories === wanted && failed,
      full: wanted >= HISTORIES && trials >= TURNS,
      figures: { ...report, wrong: wrong.length, control: control.length, kills, broken: broken.length },
    }
  },
}

async function playOnHosts(server: Server, wanted: number): Promise<HostReport> {
  const share = Math.ceil(wanted / HOSTS)
  const shares = Array.from({ length: HOSTS }, (_, index) => {
    const before = index * share
    const count = Math.min(share, wanted - before)
    return { MIRROR_FIRST: String(1 + before), MIRROR_HISTORIES: String(count) }
  })
  return together(
    await Promise.all(shares.map((variables) => runOnHost<HostReport>(server, __dirname, variables))),
  )
}

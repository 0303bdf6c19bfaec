import { fork } from "node:child_process"
import path from "node:path"
import { emptyTally, playScenario, type Tally } from "../../test/support/model/scenario"
import { MemoryLedger } from "../../test/support/model/memory-ledger"

/** Scenarios to be played on the pure core. */
export interface Scenarios {
  /** Seed of the first. */
  readonly first: number
  readonly count: number
  readonly commands: number
}

export interface Played {
  readonly tally: Tally
  /** What broke the first scenario that broke. */
  readonly broken: string | null
}

export async function playInMemory({ first, count, commands }: Scenarios): Promise<Played> {
  const tally = emptyTally()
  for (let seed = first; seed < first + count; seed += 1) {
    try {
      await playScenario({ seed, commands, openLedger: (terms) => new MemoryLedger(terms) }, tally)
    } catch (error) {
      return { tally, broken: error instanceof Error ? error.message : String(error) }
    }
  }
  return { tally, broken: null }
}

/** The same in processes of their own, one a share. */
export async function playInProcesses(shares: readonly Scenarios[]): Promise<Played[]> {
  return Promise.all(
    shares.map(
      (share) =>
        new Promise<Played>((resolve, reject) => {
          const proofs = path.join(__dirname, "..")
          const child = fork(path.join(proofs, "scenarios.ts"), {
            execArgv: ["--require", path.join(proofs, "..", "bench", "lib", "sources.cjs")],
          })
          const gone = (status: number | null): void =>
            reject(new Error(`a process of scenarios ended with ${status}`))
          child.once("exit", gone)
          child.once("message", (message) => {
            child.off("exit", gone)
            resolve(message as Played)
          })
          child.send(share)
        }),
    ),
  )
}

/** What several processes have played, as one. */
export function together(parts: readonly Tally[]): Tally {
  const sum = emptyTally()
  for (const { scenarios, commands, kinds, states, codes, largest } of parts) {
    sum.scenarios += scenarios
    sum.commands += commands
    for (const [name, { accepted, refused }] of Object.entries(kinds)) {
      const kind = (sum.kinds[name] ??= { accepted: 0, refused: 0 })
      kind.accepted += accepted
      kind.refused += refused
    }
    for (const [name, count] of Object.entries(states)) sum.states[name] = (sum.states[name] ?? 0) + count
    for (const [name, count] of Object.entries(codes)) sum.codes[name] = (sum.codes[name] ?? 0) + count
    if (BigInt(largest) > BigInt(sum.largest)) sum.largest = largest
  }
  return sum
}

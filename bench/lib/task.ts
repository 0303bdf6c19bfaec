/** A running PostgreSQL as scripts/postgres.mjs gives it. */
export interface Server {
  readonly url: string
  /** Of the postmaster; null when it is not ours and so its CPU cannot be read. */
  readonly pid: number | null
}

/** A PostgreSQL of its own, with durable commits, that can be made to crash. */
export interface RestartableServer extends Pick<Server, "url"> {
  /** Stops it at once, without finishing anything, and starts it again on the same data and port. */
  readonly restart: () => Promise<void>
}

export interface Setting {
  /** 1 is the size that the goal is stated for. */
  readonly scale: number
  /** How often; undefined is as often as the goal says. */
  readonly trials: number | undefined
  /** A PostgreSQL with durable commits and nothing running by itself. */
  readonly server: () => Promise<Server>
  readonly restartable: () => Promise<RestartableServer>
  readonly say: (line: string) => void
}

export interface Outcome {
  /** Whether the goal is reached and the negative control failed as it must. */
  readonly holds: boolean
  /** Whether this was the size that the goal is stated for. */
  readonly full: boolean
  readonly figures: Readonly<Record<string, unknown>>
}

/** One thing that is measured or proved. */
export interface Task {
  readonly name: string
  readonly goal: string
  /** What `--ci` runs, within half a minute; `install` takes as long as one store. */
  readonly small: { readonly scale: number; readonly trials: number }
  /** Too long, or too small to be caught by its control, for `--ci`, which says so and leaves it out. */
  readonly apart?: true
  run(setting: Setting): Promise<Outcome>
}

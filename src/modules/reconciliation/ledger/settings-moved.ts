import type { Statement } from "./statement"

/** What statements are run by. */
interface Running {
  run<Result extends object>(statement: Statement): Promise<Result[]>
}

/** What a database must know of the settings: which change of them this process has seen, and how it sees a newer one. */
export interface SettingsWatch {
  readonly version: string
  /** Loads what is in force now. */
  readonly load: (running: Running) => Promise<void>
}

/** A transaction found that the settings were changed: it is taken back and done anew by what is in force now. */
export class SettingsMoved extends Error {
  constructor() {
    super("the settings were changed since this process looked at them")
    this.name = "SettingsMoved"
  }
}

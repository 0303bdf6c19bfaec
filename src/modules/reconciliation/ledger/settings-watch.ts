import { OPTION_NAMES, type ReconciliationOptions, type Settings } from "../settings/options"
import { settingsInForce, type InForce } from "../settings/stored-values"
import type { Session } from "./database"
import type { SettingsWatch } from "./settings-moved"
import { readSettings, readSettingsVersion } from "./settings-watch.sql"

/** How long what only shows something may go by what was seen before. */
const SEEN_FOR_MILLISECONDS = 1_000

/** The settings in force: what people set on the screen over the options of medusa-config, as this process has seen it last. */
export class SettingsInForce implements SettingsWatch {
  /** Reads what is in force at the moment at which it is asked: whoever keeps it keeps up. */
  readonly live: Settings
  version = "0"
  private seen: InForce
  private lookedAt = 0

  /** @throws Error at boot, naming the option and what it may be */
  constructor(readonly configured: ReconciliationOptions = {}) {
    this.seen = settingsInForce(configured, new Map())
    const parts = OPTION_NAMES.map((name): [string, PropertyDescriptor] => [
      name,
      {
        enumerable: true,
        get: () => this.seen.settings[name],
        // For tests alone: a store has no way to it.
        set: (value) => {
          this.seen = { ...this.seen, settings: { ...this.seen.settings, [name]: value } }
        },
      },
    ])
    // oxlint-disable-next-line no-unsafe-type-assertion -- an accessor for each option
    this.live = Object.defineProperties({}, Object.fromEntries(parts)) as Settings
  }

  /** Why a stored value is not in force, by option. */
  get refused(): InForce["refused"] {
    return this.seen.refused
  }

  readonly load = async (session: Session): Promise<void> => {
    const [row] = await session.run<{ version: string; values: Record<string, unknown> }>(readSettings)
    if (!row) return
    this.seen = settingsInForce(this.configured, new Map(Object.entries(row.values)))
    this.version = row.version
  }

  /** Looks whether there is a newer change: at once, or where that was done a moment ago not at all. */
  async lookAt(session: Session, { exactly }: { readonly exactly: boolean }): Promise<void> {
    const now = Date.now()
    if (!exactly && now - this.lookedAt < SEEN_FOR_MILLISECONDS) return
    this.lookedAt = now
    const [row] = await session.run<{ version: string }>(readSettingsVersion)
    if (row && row.version !== this.version) await this.load(session)
  }

  /** Loads what is in force where somebody saw another change than this process. */
  async keepUpWith(version: string, session: Session): Promise<void> {
    if (version !== this.version) await this.load(session)
  }
}

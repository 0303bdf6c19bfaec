import type { SettingChange, SettingHistoryEntry, SettingsPreview, SettingsView } from "../../../types/http"
import { changeSettings, checked, settingsRequestOf, type ChangeSettings } from "../configuration/change"
import { touchedBy } from "../configuration/touched"
import { historyOf, rowsOf, viewOfSeries, viewOfSettings, type HistoryFilter } from "../configuration/view"
import { dayOf } from "../domain/day"
import type { Session } from "../ledger/database"
import { once } from "../ledger/idempotency"
import { SettingsInForce } from "../ledger/settings-watch"
import type { Parts } from "./parts"

/** Settings as the ledger knows them: people and sales channels by their ids, roles it does not know. */
export type LedgerSettings = Omit<SettingsView, "roles" | "names">

/** What people set on the screen, over the options of medusa-config (docs/spec/settings.md). */
export class Configuration {
  constructor(private readonly parts: Parts) {}

  /** Looks whether another process changed the settings: at once, or where that was done within a second not again. */
  async keepUp(how: { readonly exactly: boolean }): Promise<void> {
    await this.parts.inForce.lookAt(this.parts.database, how)
  }

  /** Every option, as it is in force now. */
  async view(): Promise<LedgerSettings> {
    await this.keepUp({ exactly: true })
    return this.parts.database.snapshot((session) => this.viewIn(session, this.parts.inForce))
  }

  private async viewIn(session: Session, inForce: SettingsInForce): Promise<LedgerSettings> {
    const rows = await rowsOf(session)
    const now = new Date().toISOString()
    const today = dayOf(now, inForce.live.timeZone)
    return {
      version: rows[0]?.id ?? "0",
      settings: viewOfSettings(inForce, rows),
      strategies: this.parts.strategies.names,
      receipts: await viewOfSeries(session, inForce, today.slice(0, 4)),
      now,
      today,
    }
  }

  /**
   * Changes settings: in force for whatever begins once it is committed, in every process.
   *
   * @throws settings_stale | setting_unknown | setting_named_twice | setting_locked | setting_refused |
   *   receipt_number_given | idempotency_key_reused
   */
  async change(input: ChangeSettings): Promise<LedgerSettings> {
    const { database, inForce } = this.parts
    const answer = await once(database.changingSettings, settingsRequestOf(input), async (session) => {
      await changeSettings(session, inForce, input)
      // What will be in force once it is committed; until then this process goes on by what is.
      const after = new SettingsInForce(inForce.configured)
      await after.load(session)
      return this.viewIn(session, after)
    })
    await inForce.load(database)
    return answer
  }

  /** What a change would touch. @throws as change, but settings_stale */
  async preview(changes: readonly SettingChange[]): Promise<SettingsPreview> {
    const { database, inForce } = this.parts
    await this.keepUp({ exactly: true })
    return database.snapshot(async (session) => {
      const rows = await rowsOf(session)
      const found = await checked(session, inForce, { changes, rows })
      const now = new Date().toISOString()
      return { version: rows[0]?.id ?? "0", changes: await touchedBy(session, found, now) }
    })
  }

  /** A page of what was changed, the newest first; people by their ids. @throws cursor_malformed */
  async history(
    filter: HistoryFilter,
  ): Promise<{ changes: SettingHistoryEntry[]; nextCursor: string | null }> {
    return this.parts.database.snapshot((session) => historyOf(session, filter))
  }
}

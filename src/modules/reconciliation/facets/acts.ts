import type { MoneyEffects } from "../../../types/http"
import { effectsSince, standingsOf } from "../accounts/effects"
import { pastWhenOf } from "../domain/day"
import type { ChangeContext } from "../ledger/change"
import type { Session, TransactionSession } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import type { Terms } from "../money/move-money"
import type { AutomaticWriteOffs } from "./automation"
import type { Parts } from "./parts"

/** What an act answers, and what the host is to be told after the commit. */
export type Acted<View> = AutomaticWriteOffs & { readonly view: View }

export type Told<View extends MoneyEffects> = Omit<View, keyof MoneyEffects>

/** What an act did, before its effects are looked at. */
export interface Done<View extends MoneyEffects> {
  readonly accountIds: readonly bigint[]
  readonly context: ChangeContext
  /** Told when the store's policies have followed. */
  readonly tell: () => Promise<Told<View>>
}

/** How an act on money is done, previewed and told. */
export class Acts {
  constructor(private readonly parts: Parts) {}

  /** Does something to accounts that are locked, lets the store's policies follow, and says what became of them. */
  async acting<View extends MoneyEffects>(
    session: Session,
    touched: readonly bigint[],
    work: () => Promise<Done<View>>,
  ): Promise<Acted<View>> {
    const today = this.parts.today()
    const before = await standingsOf(session, touched, today)
    const { accountIds, context, tell } = await work()
    const writtenOff: string[] = []
    for (const id of accountIds) {
      // oxlint-disable-next-line no-await-in-loop -- an account or two
      const applied = await this.parts.automation.applyUnapplied(session, id, context)
      writtenOff.push(...(applied?.writtenOff ?? []))
    }
    const told = await tell()
    const effects = await effectsSince(session, before, today)
    // oxlint-disable-next-line no-unsafe-type-assertion -- what is told and its effects are the view
    return { view: { ...told, ...effects } as View, writtenOff }
  }

  async preview<View>(work: (session: TransactionSession) => Promise<Acted<View>>): Promise<View> {
    return (await this.parts.database.dryRun(work)).view
  }

  terms(stated: string | null, request?: Request): Terms {
    const { timeZone, matchingCodes: codes } = this.parts.settings
    const { occurredAt: at, occurredOn: on } = pastWhenOf(stated, timeZone, new Date().toISOString())
    return { at, on, codes, ...(request && { request }) }
  }
}
